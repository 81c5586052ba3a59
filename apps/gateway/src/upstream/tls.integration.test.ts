import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import type { BundleTls } from '@penstock/bundle'
import { loopbackCertificate, otherCertificate } from '@penstock/testkit/loopback-certificate'
import { tlsUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { type Answer, handBundle, httpProxy, testGateway } from '../testing.fixture.ts'

const trusted = { ca: loopbackCertificate.cert }

/** Lets in who shows `otherCertificate`, and answers whose certificate it saw. */
const mutual = () =>
  tlsUpstream(
    (request, response) =>
      response.end((request.socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody'),
    { ...loopbackCertificate, ca: otherCertificate.cert, requestCert: true },
  )

/** A gateway that holds `otherCertificate` as "orders". */
async function gatewayWithCertificate() {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-client-certificates-'))
  await Promise.all([
    writeFile(join(folder, 'orders.crt'), otherCertificate.cert),
    writeFile(join(folder, 'orders.key'), otherCertificate.key),
  ])
  const test = await testGateway({ clientCertificates: folder })
  return {
    ...test,
    [Symbol.asyncDispose]: async () => {
      await test[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

const bundleOf = (url: string, each: readonly (BundleTls | undefined)[]) =>
  handBundle(
    each.map((_, at) => `GET /${at}`),
    each.map((tls) => httpProxy(url, tls === undefined ? {} : { tls })),
  )

const shown = ({ status, body }: Answer) => (status === 200 ? body : [status, JSON.parse(body).code])

test('a backend whose issuer is named is called, and one of another is not', async () => {
  await using upstream = await tlsUpstream((_, response) => response.end('secret'))
  await using gateway = await testGateway()
  await gateway.deploy(bundleOf(upstream.url, [trusted, { ca: otherCertificate.cert }, undefined]))
  const refused = [502, 'UPSTREAM_TLS_FAILED']
  expect(shown(await gateway.call('/0'))).toBe('secret')
  // The connection that was verified by one rule is none for the others.
  expect(shown(await gateway.call('/1'))).toEqual(refused)
  expect(shown(await gateway.call('/2'))).toEqual(refused)
  expect(shown(await gateway.call('/0'))).toBe('secret')
})

test('a backend is asked for the name that is expected of it, and has to show its certificate', async () => {
  const names: unknown[] = []
  await using upstream = await tlsUpstream((request, response) => {
    names.push((request.socket as TLSSocket).servername)
    response.end('other')
  }, otherCertificate)
  await using gateway = await testGateway()
  const ca = otherCertificate.cert
  await gateway.deploy(
    bundleOf(upstream.url, [
      { ca, serverName: 'orders.other.example' },
      { ca },
      { ca, serverName: 'example.net' },
    ]),
  )
  expect(shown(await gateway.call('/0'))).toBe('other')
  expect(shown(await gateway.call('/1'))).toEqual([502, 'UPSTREAM_TLS_FAILED'])
  expect(shown(await gateway.call('/2'))).toEqual([502, 'UPSTREAM_TLS_FAILED'])
  expect(names).toEqual(['orders.other.example'])
})

test('a gateway shows the client certificate that is named, and only then', async () => {
  await using upstream = await mutual()
  await using gateway = await gatewayWithCertificate()
  await gateway.deploy(bundleOf(upstream.url, [{ ...trusted, clientCertificate: 'orders' }, trusted]))
  expect(shown(await gateway.call('/0'))).toBe('other.example')
  expect((await gateway.call('/1')).status).toBe(502)
})

test("a client certificate that a gateway lacks, or issuers that can't be read, fail their route alone and say why", async () => {
  await using upstream = await mutual()
  await using gateway = await gatewayWithCertificate()
  const broken = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
  await gateway.deploy(
    bundleOf(upstream.url, [
      { ...trusted, clientCertificate: 'invoices' },
      { ca: broken },
      { ...trusted, clientCertificate: 'orders' },
    ]),
  )
  expect(shown(await gateway.call('/0'))).toEqual([500, 'CLIENT_CERTIFICATE_MISSING'])
  expect(shown(await gateway.call('/1'))).toEqual([502, 'UPSTREAM_TLS_FAILED'])
  expect(shown(await gateway.call('/2'))).toBe('other.example')
})

test('targets of a pool are called and checked with the client certificate', async () => {
  await using upstream = await mutual()
  await using gateway = await gatewayWithCertificate()
  const tls = { ...trusted, clientCertificate: 'orders' }
  const pool = {
    name: 'orders',
    targets: [{ origin: upstream.url, weight: 1 }],
    balancing: { policy: 'round_robin' as const },
    retries: 0,
    healthCheck: {
      path: '/',
      method: 'GET',
      url: 'https://orders.internal',
      intervalMs: 10,
      timeoutMs: 1_000,
      healthy: 1,
      unhealthy: 1,
      tls,
    },
  }
  await gateway.deploy(handBundle(['GET /0'], [httpProxy('https://orders.internal', { pool, tls })]))
  expect(shown(await gateway.call('/0'))).toBe('other.example')
  const metrics = await fetch(`${gateway.gateway.adminUrl}/metrics`)
  expect(await metrics.text()).toMatch(/penstock_upstream_healthy\{[^}]*\} 1/)
})
