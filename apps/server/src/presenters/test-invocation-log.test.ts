import type { Excerpt, Inspection } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { testInvocationLog } from './test-invocation-log.ts'

const at = new Date(Date.UTC(2021, 9, 12, 21, 9, 59))
const excerpt = (text: string): Excerpt => ({ text, encoding: 'text', bytes: text.length, whole: true })
const phase = { startMs: 0, durationMs: 1, outcome: 'passed' as const, notes: [] }

const called: Inspection = {
  format: 1,
  mode: 'send',
  requestId: 'id-1',
  bundle: null,
  version: null,
  deployment: null,
  outcome: 'answered',
  routing: null,
  phases: [
    {
      ...phase,
      name: 'route',
      in: {
        url: '/a?x=1&x=2',
        headers: [
          ['Host', 'gateway'],
          ['X-Own', 'v'],
        ],
        body: excerpt('in'),
      },
    },
    {
      ...phase,
      name: 'integration',
      out: { status: 201, headers: [['Server', 'one']], body: excerpt('theirs') },
    },
    {
      ...phase,
      name: 'response',
      out: {
        status: 200,
        headers: [
          ['X-Kind', 'a'],
          ['Content-Length', '4'],
        ],
        body: excerpt('ours'),
      },
    },
  ],
  call: {
    kind: 'http',
    method: 'GET',
    url: 'http://backend/a',
    headers: [['Accept', '*/*']],
    body: null,
    timeoutMs: 1000,
  },
  answer: { status: 200, headers: [], body: excerpt('ours') },
  error: null,
  durationMs: 12,
  integrationMs: 6.6,
}
const asked = { method: 'GET', headers: [['x-own', 'v']] as const }
const log = (inspection: Inspection) =>
  testInvocationLog(inspection, asked, at).map((line) => line.replace('Tue Oct 12 21:09:59 UTC 2021 : ', ''))

test("a call is told in the order and words of Amazon's TestInvokeMethod, each line but the first with its time", () => {
  const [first, ...rest] = testInvocationLog(called, asked, at)
  expect(first).toBe('Execution log for request id-1')
  for (const line of rest) expect(line).toMatch(/^Tue Oct 12 21:09:59 UTC 2021 : /)
  expect(log(called).slice(1)).toEqual([
    'Starting execution for request: id-1',
    'HTTP Method: GET, Resource Path: /a',
    'Method request path: {}',
    'Method request query string: {x=1,2}',
    'Method request headers: {X-Own=v}',
    'Method request body before transformations: in',
    'Endpoint request URI: http://backend/a',
    'Endpoint request headers: {Accept=*/*}',
    'Endpoint request body after transformations: ',
    'Sending request to http://backend/a',
    'Received response. Status: 201, Integration latency: 7 ms',
    'Endpoint response headers: {Server=one}',
    'Endpoint response body before transformations: theirs',
    'Method response body after transformations: ours',
    'Method response headers: {X-Kind=a}',
    'Successfully completed execution',
    'Method completed with status: 200',
  ])
})

test('a failed call ends with its cause in place of the response, and tells of no answer that did not come', () => {
  const failed: Inspection = {
    ...called,
    phases: called.phases.filter(({ name }) => name === 'route'),
    answer: { status: 502, headers: [], body: null },
    error: { code: 'X', phase: 'integration', message: 'Bad gateway', cause: 'refused' },
  }
  expect(log(failed).slice(-3)).toEqual([
    'Sending request to http://backend/a',
    'Execution failed due to configuration error: refused',
    'Method completed with status: 502',
  ])
})

test.each([
  ['UPSTREAM_TIMEOUT', 'Execution failed due to a timeout error: why'],
  ['UPSTREAM_REFUSED', 'Execution failed due to a network error communicating with endpoint: why'],
  ['UPSTREAM_TLS_FAILED', 'Execution failed due to a network error communicating with endpoint: why'],
  ['UPSTREAM_ADDRESS_INVALID', 'Execution failed due to configuration error: Invalid endpoint address: why'],
  ['RESPONSE_UNMAPPED', 'Execution failed due to configuration error: why'],
])('%s is told in the words that Amazon has for it, with its cause', (code, line) => {
  const error = { code, phase: 'integration', message: 'public', cause: 'why' }
  expect(log({ ...called, error })).toContain(line)
})

test('a mock has no endpoint', () => {
  expect(log({ ...called, call: { kind: 'mock', status: 200 } }).join()).not.toMatch(
    /Endpoint|Sending|Received/,
  )
})

test('long maps of headers are cut where Amazon cuts them', () => {
  const many: Inspection = {
    ...called,
    call: null,
    phases: [{ ...phase, name: 'route', in: { url: '/a', headers: [['X-Own', 'v'.repeat(2000)]] } }],
  }
  const line = log(many).find((one) => one.startsWith('Method request headers: ')) ?? ''
  expect(line).toHaveLength('Method request headers: '.length + 998 + ' [TRUNCATED]'.length)
})
