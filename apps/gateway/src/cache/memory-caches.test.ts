import { expect, test } from 'vitest'
import { MemoryCaches } from './memory-caches.ts'
import type { CachedAnswer } from './response-caches.ts'

const answered = (size: number): CachedAnswer => ({
  status: 200,
  headers: [],
  body: Buffer.alloc(size),
  kind: 'untraced',
})

test('an answer is given until it is too old', () => {
  let now = 0
  const cache = new MemoryCaches(() => now).cache('a', 350)
  cache.set('1', answered(1), 10)
  now = 9_999
  expect(cache.get('1')).not.toBeNull()
  now = 10_000
  expect(cache.get('1')).toBeNull()
})

test('when more is kept than fits, what was used least goes', () => {
  const cache = new MemoryCaches(() => 0).cache('a', 350)
  for (const name of ['1', '2', '3']) cache.set(name, answered(100), 10)
  expect(cache.get('1')).not.toBeNull()
  cache.set('4', answered(100), 10)
  expect(['1', '2', '3', '4'].filter((name) => cache.get(name) !== null)).toEqual(['1', '3', '4'])
})

test('an answer larger than the cache is not kept, and nothing goes for it', () => {
  const cache = new MemoryCaches(() => 0).cache('a', 350)
  cache.set('1', answered(100), 10)
  cache.set('2', answered(400), 10)
  expect(cache.get('1')).not.toBeNull()
  expect(cache.get('2')).toBeNull()
})

test('the same name and size is the same cache; another size begins anew, and so does another name', () => {
  const caches = new MemoryCaches(() => 0)
  const cache = caches.cache('a', 350)
  cache.set('1', answered(1), 10)
  expect(caches.cache('a', 350)).toBe(cache)
  expect(caches.cache('a', 351).get('1')).toBeNull()
  expect(caches.cache('b', 350).get('1')).toBeNull()
})
