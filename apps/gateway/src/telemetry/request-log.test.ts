import type { RequestBatch } from '@penstock/bundle'
import { expect, test } from 'vitest'
import type { CompiledStage } from '../compiled-stage.ts'
import { Failure } from '../failure.ts'
import { contextOf } from '../request-context.fixture.ts'
import { callerOf } from './caller.ts'
import { createConsumers } from './consumer-of.ts'
import { BatchRefused, RequestLog } from './request-log.ts'

function finished(path: string, headers: Record<string, string> = {}) {
  const context = contextOf({ target: path, headers })
  context.stage = { slug: 'orders', name: 'dev', version: 1 } as CompiledStage
  return context
}

function batchOf(bytes: Uint8Array): RequestBatch {
  return JSON.parse(Buffer.from(bytes).toString()) as RequestBatch
}

function log(send: (batch: RequestBatch) => Promise<void>) {
  return new RequestLog({
    node: 'n',
    bufferMax: 3,
    batchMax: 2,
    intervalMs: 1_000_000,
    send: (batch) => send(batchOf(batch)),
    token: async () => 'token',
  })
}

test('sends batches in order, and counts what did not fit', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => void batches.push(batch))
  for (const path of ['/1', '/2', '/3', '/4', '/5']) requests.record(finished(path))
  await requests.close()
  expect(batches.map(({ dropped, requests }) => [dropped, requests.map(({ path }) => path)])).toEqual([
    [2, ['/1', '/2']],
    [0, ['/3']],
  ])
})

test('keeps what the control plane did not take, within the buffer', async () => {
  const batches: RequestBatch[] = []
  let isAway = true
  const requests = log(async (batch) => {
    if (isAway) throw new Error('away')
    batches.push(batch)
  })
  for (const path of ['/1', '/2', '/3']) requests.record(finished(path))
  await requests.flush()
  isAway = false
  await requests.close()
  expect(batches.flatMap(({ requests }) => requests.map(({ path }) => path))).toEqual(['/1', '/2', '/3'])
})

test('long paths and causes are cut, and a batch ends at four megabytes', async () => {
  const sizes: number[] = []
  const records: RequestBatch['requests'] = []
  const requests = new RequestLog({
    node: 'n',
    bufferMax: 2_000,
    batchMax: 2_000,
    intervalMs: 1_000_000,
    send: async (bytes) => {
      sizes.push(bytes.length)
      records.push(...batchOf(bytes).requests)
    },
    token: async () => 'token',
  })
  for (let count = 0; count < 1_000; count++) {
    const context = finished(`/${'p'.repeat(30_000)}`)
    context.failure = new Failure('FUNCTION_FAILED', {
      phase: 'integration',
      reason: `-${'😀'.repeat(20_000)}`,
    })
    requests.record(context)
  }
  await requests.close()
  expect(records).toHaveLength(1_000)
  for (const { path, error } of records)
    expect([path.length, error?.cause.length, encodeURI(error?.cause ?? '')]).toEqual([
      4_097,
      4_096,
      expect.stringMatching(/^-(%F0%9F%98%80)+%E2%80%A6$/),
    ])
  expect(sizes.length).toBeGreaterThan(1)
  for (const size of sizes) expect(size).toBeLessThan(4.1 * 1024 * 1024)
})

test('a request that addressed no API is not recorded', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => void batches.push(batch))
  requests.record(contextOf({}))
  await requests.close()
  expect(batches).toEqual([])
})

test('each record says who called, without what the caller showed', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => void batches.push(batch))
  for (const key of ['k1-secret', 'k2-secret', 'k1-secret'])
    requests.record(finished('/', { 'x-api-key': key }))
  await requests.close()
  const ids = batches.flatMap(({ requests: sent }) => sent.map(({ consumer }) => consumer?.id))
  expect(ids[0]).toBe(ids[2])
  expect(new Set(ids).size).toBe(2)
  expect(JSON.stringify(batches)).not.toContain('secret')
})

test('in a batch of many, each is told as it would be alone', async () => {
  const values = [undefined, '', 'a', 'b', 'a b']
  const contexts = values.flatMap((key) =>
    values.flatMap((credential) =>
      values.map((agent) => {
        const sent = { 'x-api-key': key, authorization: credential, 'user-agent': agent }
        const there = Object.entries(sent).filter((line): line is [string, string] => line[1] !== undefined)
        return finished('/', Object.fromEntries(there))
      }),
    ),
  )
  const batches: RequestBatch[] = []
  const requests = new RequestLog({
    node: 'n',
    bufferMax: 1_000,
    batchMax: 1_000,
    intervalMs: 1_000_000,
    send: async (batch) => void batches.push(batchOf(batch)),
    token: async () => 'token',
  })
  for (const context of contexts) requests.record(context)
  await requests.close()
  const alone = contexts.map((context) => createConsumers('token')(callerOf(context)))
  expect(batches).toHaveLength(1)
  expect(batches[0]?.requests.map(({ consumer }) => consumer)).toEqual(alone)
})

test('a control plane from before consumers were told gets the records without them', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => {
    if (batch.requests.some(({ consumer }) => consumer)) throw new BatchRefused('answered 400')
    batches.push(batch)
  })
  for (const path of ['/1', '/2', '/3']) requests.record(finished(path))
  await requests.close()
  expect(batches.flatMap(({ requests: sent }) => sent.map(({ path }) => path))).toEqual(['/1', '/2', '/3'])
  expect(requests.droppedEver).toBe(0)
})

test('a batch that is refused is dropped and counted, and those behind it go on', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => {
    if (batch.requests.some(({ path }) => path === '/1')) throw new BatchRefused('answered 400')
    batches.push(batch)
  })
  for (const path of ['/1', '/2', '/3']) requests.record(finished(path))
  await requests.close()
  expect(batches.map(({ dropped, requests: sent }) => [dropped, sent.map(({ path }) => path)])).toEqual([
    [2, ['/3']],
  ])
  expect(requests.droppedEver).toBe(2)
})

test('a control plane from before calls were told gets the records without them, and with who called', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => {
    if (batch.requests.some((record) => 'integrationAtMs' in record || 'call' in record))
      throw new BatchRefused()
    batches.push(batch)
  })
  const context = finished('/1')
  context.integrationAt = context.started + 1
  requests.record(context)
  await requests.close()
  expect(batches[0]?.requests).toEqual([expect.objectContaining({ path: '/1', consumer: expect.anything() })])
})

test('a control plane of before targets were told gets the records without them, and with all else', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => {
    if (batch.requests.some((record) => 'targets' in record)) throw new BatchRefused()
    batches.push(batch)
  })
  const context = finished('/1')
  context.integrationAt = context.started + 1
  context.tried = [{ origin: 'http://10.0.0.7' }]
  requests.record(context)
  await requests.close()
  const [sent] = batches[0]?.requests ?? []
  expect(sent).toMatchObject({ path: '/1', consumer: expect.anything(), integrationAtMs: expect.any(Number) })
  expect(sent).not.toHaveProperty('targets')
})

test('a control plane of before caches were told gets the records without that, and with all else', async () => {
  const batches: RequestBatch[] = []
  const requests = log(async (batch) => {
    if (batch.requests.some((record) => 'cache' in record)) throw new BatchRefused()
    batches.push(batch)
  })
  const context = finished('/1')
  context.cache = 'miss'
  context.tried = [{ origin: 'http://10.0.0.7' }]
  requests.record(context)
  await requests.close()
  const [sent] = batches[0]?.requests ?? []
  expect(sent).toMatchObject({ path: '/1', targets: ['http://10.0.0.7'] })
  expect(sent).not.toHaveProperty('cache')
})
