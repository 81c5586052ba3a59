import { expect, test } from 'vitest'
import { redisUrl } from './open-caches.ts'

test.each([undefined, ''])('without an address there is no Redis: %j', (text) => {
  expect(redisUrl(text)).toBeUndefined()
})

test.each(['redis://127.0.0.1', 'rediss://user:secret@redis.internal:6380/2'])('%s is one', (text) => {
  expect(redisUrl(text)).toBe(text)
})

// The client would read some of them otherwise: without TLS, without a password, with the first database.
const wrong = [
  'secret@redis',
  'http://:secret@redis',
  'redis',
  'REDISS://:secret@redis',
  'rediss::secret@redis',
  'redis://:secret%@redis',
  'redis://:secret@redis/cache',
]
test.each(wrong)('what is none is refused, and not told: %s', (text) => {
  expect(() => redisUrl(text)).toThrow('The environment variable REDIS_URL is not an address')
  expect(() => redisUrl(text)).not.toThrow(/secret/)
})
