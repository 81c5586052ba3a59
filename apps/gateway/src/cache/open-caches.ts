import { AppError } from '@penstock/errors'
import type { Log } from '../log.ts'
import { MemoryCaches } from './memory-caches.ts'
import type { RedisAddress } from './redis-link.ts'
import type { ResponseCaches } from './response-caches.ts'

/** In memory, by a clock in milliseconds that never goes back; or in Redis, whose client is loaded for that only. */
export async function openCaches(
  redis: RedisAddress | undefined,
  now: () => number,
  log: Log,
): Promise<ResponseCaches> {
  if (redis === undefined) return new MemoryCaches(now)
  const { RedisCaches } = await import('./redis-caches.ts')
  return new RedisCaches(redis, log)
}

/** What REDIS_URL says; undefined: nothing. Throws SETTING_INVALID. */
export function redisUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (isRedisUrl(text)) return text
  const wanted = 'an address such as redis://:password@host:6379 or rediss://host:6379'
  throw new AppError('SETTING_INVALID', { params: { variable: 'REDIS_URL', wanted } })
}

/** As the client reads it, which asks for the scheme letter by letter, and passes over a database that is no number. */
function isRedisUrl(text: string): boolean {
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text)) return false
  const { hostname, pathname, username, password } = new URL(text)
  try {
    decodeURIComponent(username + password)
  } catch {
    return false
  }
  return hostname !== '' && /^(\/\d{0,3})?$/.test(pathname)
}
