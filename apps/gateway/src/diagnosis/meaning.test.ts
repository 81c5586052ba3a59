import type { DirectCall, FailedCall } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { meaningOf } from './meaning.ts'
import { usualTls } from '../wire/upstream-tls.ts'

const recorded: FailedCall = {
  method: 'GET',
  url: 'http://up/',
  headers: [],
  bodyBytes: 0,
  timeoutMs: 500,
  attempts: 1,
  connection: 'new',
  address: null,
  step: 'waiting',
  event: 'WIRE_CLOSED',
  afterMs: 3,
  answer: null,
  received: { bytes: 0, start: null, broke: null },
}

const direct: DirectCall = {
  lookedUpMs: null,
  connectedMs: 1,
  securedMs: null,
  firstByteMs: 2,
  totalMs: 3,
  address: null,
  error: null,
  status: 200,
  headers: [],
  body: null,
  raw: null,
}

const failed = (code: string, event: string) => ({
  ...direct,
  status: null,
  error: { code, event, cause: '' },
})

test.each<[string, Partial<FailedCall>, DirectCall, RegExp, string[]?]>([
  ['UPSTREAM_RESET', {}, failed('UPSTREAM_RESET', 'ECONNRESET'), /in the same way \(ECONNRESET\)/],
  ['UPSTREAM_RESET', {}, failed('UPSTREAM_REFUSED', 'ECONNREFUSED'), /in another way than before/],
  ['UPSTREAM_RESET', {}, direct, /answers 200 in 3 ms: what failed then has passed/],
  ['UPSTREAM_RESET', { connection: 'reused' }, direct, /closes idle connections sooner than it says/],
  ['UPSTREAM_NOT_HTTP', {}, direct, /that the gateway refuses/],
  ['UPSTREAM_TIMEOUT', {}, direct, /where the integration waits 500 ms/],
  ['UPSTREAM_TOO_LARGE', { step: 'answering' }, direct, /larger than what the gateway holds/],
  [
    'RESPONSE_UNMAPPED',
    { step: 'answered', answer: { status: 200, headers: [] } },
    direct,
    /answers 200 again: look at the mapping/,
  ],
  [
    'RESPONSE_UNMAPPED',
    { step: 'answered', answer: { status: 500, headers: [] } },
    direct,
    /answered 500; .* it answers 200\./,
  ],
  [
    'UPSTREAM_TIMEOUT',
    {},
    { ...direct, status: 403 },
    /signature that it was made with has expired/,
    ['Authorization', 'AWS4-HMAC-SHA256 Credential=x'],
  ],
])('%s with %j', (code, changes, now, sentence, headers = []) => {
  const request = { origin: 'http://up', path: '/', method: 'GET', headers, timeoutMs: 500, tls: usualTls }
  const error = { code, phase: 'integration', cause: '' }
  expect(meaningOf({ recorded: { ...recorded, ...changes }, error, request }, now, null)).toMatch(sentence)
})
