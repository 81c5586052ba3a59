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

const pem = (label: string) => `-----BEGIN ${label}-----\nMIIB\n-----END ${label}-----\n`

test.each([
  [{ serverName: 'orders internal' }, 'upstream-server-name'],
  [{ ca: 'MIIB' }, 'upstream-ca-invalid'],
  [{ ca: `${pem('CERTIFICATE')}${pem('PUBLIC KEY')}` }, 'upstream-ca-invalid'],
  [{ ca: `${pem('CERTIFICATE')}${pem('RSA PRIVATE KEY')}` }, 'upstream-ca-secret'],
  [{ clientCertificate: '../key' }, 'upstream-client-certificate'],
])('R17: an upstream with the TLS settings %j is refused', (tls, code) => {
  expect(codes({ tls })).toContain(code)
})

test('R17: certificates of several issuers, a name and a client certificate may be asked for', () => {
  const ca = `# root\n${pem('CERTIFICATE')}${pem('CERTIFICATE')}`
  expect(codes({ tls: { serverName: 'orders.internal', ca, clientCertificate: 'orders-2026.a' } })).toEqual(
    codes({}),
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
