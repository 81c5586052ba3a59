import { expect, test } from 'vitest'
import type { CommandContext } from '../command.ts'
import type { CachedStage } from '../show-cache.ts'
import { cache } from './cache.ts'

const kept: CachedStage = {
  name: 'prod',
  cache: {
    enabled: true,
    ttlSeconds: 60,
    methods: { 'POST /search': { enabled: true, ttlSeconds: 5, requireAuthorization: false } },
  },
  cacheFlushedAt: null,
}

/** A control plane with two stages that remembers what it was asked to do. */
function context() {
  const asked: { method: string; path: string; body: unknown }[] = []
  const said: string[] = []
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    if (method === 'GET') return { stages: [kept, { name: 'dev', cache: null, cacheFlushedAt: null }] } as T
    asked.push({ method, path, body })
    return { ...kept, cacheFlushedAt: '2026-11-23T12:00:00.000Z' } as T
  }
  const unused = () => {
    throw new Error('not called')
  }
  const value: CommandContext = {
    client: { url: 'http://x', json, upload: unused, text: unused },
    output: { result: (_, text) => void said.push(text), line: unused, progress: unused, error: unused },
    signal: new AbortController().signal,
    connection: '',
    json: false,
  }
  return { value, asked, said }
}

test('flushes the cache of a stage', async () => {
  const { value, asked, said } = context()
  expect(await cache.run(value, ['flush', 'orders', 'prod'], {})).toBe(0)
  expect(asked).toEqual([
    { method: 'PUT', path: '/api/v1/apis/orders/stages/prod', body: { flushCache: true } },
  ])
  expect(said).toEqual(['prod has forgotten what it kept.'])
})

test('shows the settings of a stage, with what holds where nothing is said', async () => {
  const { value, said } = context()
  await cache.run(value, ['show', 'orders', 'prod'], {})
  expect(said[0]?.split('\n')).toEqual([
    'prod keeps the answers of GET methods for 60 s',
    'at most   64 MiB',
    'max-age=0 is answered from the cache, with a warning',
    'POST /search  kept, for 5 s, max-age=0 renews the answer',
    'flushed   never',
  ])
})

test('a stage that is not there is refused, and not made', async () => {
  const { value, asked } = context()
  await expect(cache.run(value, ['flush', 'orders', 'prdo'], {})).rejects.toMatchObject({
    code: 'STAGE_NOT_FOUND',
  })
  expect(asked).toEqual([])
})

test('where nothing is kept, nothing is flushed', async () => {
  const { value, asked, said } = context()
  await cache.run(value, ['flush', 'orders', 'dev'], {})
  expect([asked, said]).toEqual([[], ['dev keeps no answers: there is nothing to forget.']])
})
