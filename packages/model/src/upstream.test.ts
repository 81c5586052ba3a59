import { expect, test } from 'vitest'
import { checkInvariants, definitionOf, type Upstream } from './index.ts'

function codes(fields: Partial<Upstream>): string[] {
  const upstream: Upstream = {
    kind: 'upstream',
    id: 'ups_1',
    name: 'orders',
    url: 'http://orders.internal',
    targets: [{ address: 'http://10.0.0.7:8080' }],
    ...fields,
  }
  return checkInvariants(definitionOf([upstream])).map(({ code }) => code)
}

test.each(['', 'healthz', 'http://10.0.0.7/healthz', '/health check', '/h\r\nX: y'])(
  'R17: the health check of an upstream has no path %j',
  (path) => {
    expect(codes({ healthCheck: { path } })).toContain('upstream-check-path')
  },
)

test.each(['/', '/healthz', '/healthz?deep=1'])(
  'R17: the health check of an upstream may have path %j',
  (path) => {
    expect(codes({ healthCheck: { path } })).not.toContain('upstream-check-path')
  },
)

test.each([
  [99, true],
  [100, false],
])('R17: a health check every %d ms is refused: %j', (intervalMs, isRefused) => {
  expect(codes({ healthCheck: { path: '/', intervalMs } }).includes('upstream-check-interval')).toBe(
    isRefused,
  )
})

test('R17: what leaves out targets says after which failures', () => {
  const times = { forMs: 1_000, maxMs: 1_000 }
  expect(codes({ ejection: times })).toContain('upstream-ejection-never')
  expect(codes({ ejection: { ...times, failures: 1 } })).not.toContain('upstream-ejection-never')
  expect(codes({ ejection: { ...times, ratio: { percent: 1, calls: 1, overMs: 1 } } })).not.toContain(
    'upstream-ejection-never',
  )
})
