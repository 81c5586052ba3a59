import { expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { contextOf } from '../request-context.fixture.ts'
import type { CallTrace } from '../wire/client.ts'
import { FailedCalls } from './failed-calls.ts'
import { usualTls } from '../wire/upstream-tls.ts'

const trace: CallTrace = {
  step: 'waiting',
  isReused: false,
  address: null,
  received: 0,
  start: '',
  broke: '',
}
const call = { resume: () => undefined, abort: () => undefined, trace: () => trace }

function failed(body: Buffer | null) {
  const context = contextOf({})
  context.failure = new Failure('UPSTREAM_RESET', { phase: 'integration', reason: 'reset' })
  context.upstreamCall = call
  context.upstreamRequest = {
    origin: 'http://up',
    path: '/',
    method: 'POST',
    headers: [],
    body,
    timeoutMs: 1,
    tls: usualTls,
  }
  return context
}

/** A clock that leaves every call time enough to be looked at. */
function slow() {
  let now = 0
  return new FailedCalls(() => (now += 1_000))
}

test('the last 256 are kept, the oldest go first', () => {
  const calls = slow()
  const contexts = Array.from({ length: 300 }, () => failed(null))
  for (const context of contexts) expect(calls.keep(context)).not.toBeNull()
  expect(calls.size).toBe(256)
  expect(calls.find(contexts[43]!.id)).toBeNull()
  expect(calls.find(contexts[44]!.id)).not.toBeNull()
})

test('their bodies take 16 MB together at most, and one of more than a megabyte is not kept', () => {
  const calls = slow()
  for (let i = 0; i < 40; i++) calls.keep(failed(Buffer.alloc(1024 * 1024)))
  expect(calls.bytes).toBeLessThanOrEqual(16 * 1024 * 1024)
  expect(calls.size).toBe(15)
  const large = failed(Buffer.alloc(1024 * 1024 + 1))
  calls.keep(large)
  expect(calls.find(large.id)?.body).toBeNull()
})

test('when many fail at once some are looked at, and more with time', () => {
  let now = 0
  const calls = new FailedCalls(() => now)
  const kept = () => Array.from({ length: 1000 }, () => calls.keep(failed(null))).filter(Boolean).length
  expect(kept()).toBe(100)
  now = 1_000
  expect(kept()).toBe(20)
})

test('what a client did, what went well and what called nothing is none', () => {
  const calls = slow()
  const gone = failed(null)
  gone.failure = new Failure('CLIENT_GONE', { phase: 'response', reason: 'gone' })
  const well = failed(null)
  well.failure = null
  const uncalled = failed(null)
  uncalled.upstreamRequest = null
  expect([gone, well, uncalled].map((context) => calls.keep(context))).toEqual([null, null, null])
})
