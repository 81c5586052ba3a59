import type { Upstream } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../../build.ts'
import { petApi } from '../definition.fixture.ts'

const times = { forMs: 1_000, maxMs: 2_000 }

function built(fields: Partial<Upstream>) {
  const upstream: Upstream = {
    kind: 'upstream',
    id: 'ups_1',
    name: 'pets',
    url: 'http://pets.internal/v1',
    targets: [{ address: 'http://10.0.0.7:8080/' }],
    ...fields,
  }
  const { bundle } = buildBundle(
    petApi({ type: 'http_proxy', upstream: 'ups_1', timeoutMs: 1_000 }, {}, upstream),
  )
  const integration = bundle.integrations[0] as { pool?: object }
  return { format: bundle.format, integration, pool: integration.pool }
}

test.each<[string, Partial<Upstream>, number]>([
  ['targets alone', {}, 6],
  ['failures in a row', { ejection: { ...times, failures: 3 } }, 6],
  ['a share of failures', { ejection: { ...times, ratio: { percent: 50, calls: 20, overMs: 1_000 } } }, 7],
  ['a bound of those left out', { ejection: { ...times, failures: 3, maxPercent: 50 } }, 7],
  ['a health check', { healthCheck: { path: '/healthz' } }, 7],
  ['a slow start', { slowStartMs: 1_000 }, 7],
  ['a client certificate', { tls: { clientCertificate: 'orders' } }, 10],
])('an upstream with %s: gateways are asked for no newer format than it needs', (_, fields, format) => {
  expect(built(fields)).toMatchObject({ format, pool: { targets: [{ origin: 'http://10.0.0.7:8080' }] } })
})

test('TLS of an upstream is that of its calls and of its health checks', () => {
  const tls = { serverName: 'pets.internal', clientCertificate: 'orders' }
  const { integration, pool } = built({ tls, healthCheck: { path: '/healthz' } })
  expect([integration, pool]).toMatchObject([{ tls }, { healthCheck: { tls } }])
})

test('what a health check does not say is filled in', () => {
  expect(built({ healthCheck: { path: '/healthz', unhealthy: 5 } }).pool).toMatchObject({
    healthCheck: {
      path: '/healthz',
      method: 'GET',
      url: 'http://pets.internal/v1',
      intervalMs: 10_000,
      timeoutMs: 2_000,
      healthy: 2,
      unhealthy: 5,
    },
  })
})
