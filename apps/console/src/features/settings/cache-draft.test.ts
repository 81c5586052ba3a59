import { expect, it } from 'vitest'
import {
  type CacheDraft,
  cacheDraftOf,
  readCacheDraft,
  sameCacheDraft,
  type StageCache,
} from './cache-draft.ts'

const full: StageCache = {
  enabled: true,
  ttlSeconds: 60,
  sizeBytes: 1_000_000,
  encrypted: true,
  requireAuthorization: true,
  unauthorized: 'FAIL_WITH_403',
  methods: {
    'GET /orders/{id}': { ttlSeconds: 5, requireAuthorization: false },
    'POST /search': { enabled: true },
    'GET /now': { enabled: false },
  },
}
const read = (change: Partial<CacheDraft>, before: StageCache = full) =>
  readCacheDraft({ ...cacheDraftOf(before), ...change }, before)
const line = { key: 9, name: 'GET /a', kept: 'stage', ttl: '' } as const

it('reads back what it wrote, with what has no field', () => {
  expect(read({})).toEqual({ cache: full })
})

it('an empty field is as nothing says it', () => {
  expect(read({ ttl: '', size: ' ', lines: [] })).toEqual({
    cache: { enabled: true, encrypted: true, requireAuthorization: true, unauthorized: 'FAIL_WITH_403' },
  })
})

it('who may renew needs no answer to who may not', () => {
  expect(read({ renewal: 'renew' }, { enabled: true })).toEqual({
    cache: { enabled: true, requireAuthorization: false },
  })
  expect(cacheDraftOf({ requireAuthorization: false, unauthorized: 'FAIL_WITH_403' }).renewal).toBe('renew')
  expect(cacheDraftOf({}).renewal).toBe('SUCCEED_WITH_RESPONSE_HEADER')
})

it('says at each field what is wrong with it', () => {
  const lines = [
    { ...line, key: 0 },
    { ...line, key: 1, ttl: 'x' },
  ]
  const answer = read({ ttl: '1.5', size: '0', lines })
  expect(Object.keys('problems' in answer ? answer.problems : {})).toEqual(['ttl', 'size', 'name 1', 'ttl 1'])
})

it('a line without a name says nothing', () => {
  expect(read({ lines: [{ ...line, name: ' ', ttl: 'x' }] }, { enabled: true })).toEqual(
    read({ lines: [] }, { enabled: true }),
  )
})

it('compares without regard to order', () => {
  const draft = cacheDraftOf(full)
  expect(sameCacheDraft(draft, { ...draft, lines: draft.lines.toReversed() })).toBe(true)
  expect(sameCacheDraft(draft, { ...draft, lines: [...draft.lines, line] })).toBe(false)
})
