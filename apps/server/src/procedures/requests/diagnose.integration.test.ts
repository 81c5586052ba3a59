import type { RequestRecord } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { ada, makePets } from '../../commands/core.fixture.ts'
import { type TestApp, testApp, testHost } from '../../http/app.fixture.ts'

const call: RequestRecord['call'] = {
  method: 'GET',
  url: 'http://up/',
  headers: [],
  bodyBytes: 0,
  timeoutMs: 500,
  attempts: 1,
  connection: 'new',
  address: '192.0.2.7:80',
  step: 'waiting',
  event: 'WIRE_CLOSED',
  afterMs: 3,
  answer: null,
  received: { bytes: 0, start: null, broke: null },
}

/** What a node that is not connected reported. */
async function reported({ app }: TestApp, more: Partial<RequestRecord>): Promise<void> {
  const request: RequestRecord = {
    id: 'r1',
    at: Date.now(),
    api: 'pets',
    stage: 'prod',
    version: 1,
    method: 'GET',
    path: '/',
    route: null,
    status: 502,
    durationMs: 9,
    integrationAtMs: 1,
    integrationMs: 5,
    error: { code: 'UPSTREAM_RESET', phase: 'integration', cause: 'closed' },
    ...more,
  }
  const answer = await app.inject({
    method: 'POST',
    url: '/gateway/v1/requests',
    headers: { host: testHost, authorization: 'Bearer the-gateway-token' },
    payload: { node: 'n1', dropped: 0, requests: [request] },
  })
  expect(answer.statusCode).toBe(204)
}

test('the log has a failed call with its request alone, and with the node that made it', async () => {
  await using server = await testApp()
  await makePets({ ...server.core, actor: ada })
  await reported(server, { call })
  expect((await server.call('GET', '/api/v1/requests/r1')).json).toMatchObject({
    node: 'n1',
    call,
    phases: [{ name: 'request' }, { name: 'integration', outcome: 'failed' }, { name: 'response' }],
  })
  const { json } = await server.call('GET', '/api/v1/requests?api=pets')
  expect((json['requests'] as object[])[0]).not.toHaveProperty('call')
})

test('asking for a diagnosis is written down, also where the node is not there to be asked', async () => {
  await using server = await testApp()
  await makePets({ ...server.core, actor: ada })
  await reported(server, { call })
  const { status, json } = await server.call('POST', '/api/v1/requests/r1/diagnose', { repeat: true })
  expect({ status, json }).toMatchObject({ status: 404, json: { code: 'CALL_NOT_KEPT' } })
  expect(json['title']).toContain('the gateway node that served it is not connected')
  const entries = await server.core.db.auditEntry.findMany({ where: { action: 'diagnose-request' } })
  expect(entries).toMatchObject([{ api: 'pets', actorKind: 'token' }])
  expect(JSON.parse(entries[0]?.data ?? '')).toMatchObject({ request: 'r1', repeat: true })
})

test('a request without a failed call has nothing to diagnose, and nobody is written down', async () => {
  await using server = await testApp()
  await makePets({ ...server.core, actor: ada })
  await reported(server, {})
  expect((await server.call('POST', '/api/v1/requests/r1/diagnose', {})).json).toMatchObject({
    code: 'CALL_NOT_KEPT',
  })
  expect(await server.core.db.auditEntry.count({ where: { action: 'diagnose-request' } })).toBe(0)
})

test('nobody asks who is not signed in', async () => {
  await using server = await testApp()
  expect((await server.call('POST', '/api/v1/requests/r1/diagnose', {}, null)).status).toBe(401)
})
