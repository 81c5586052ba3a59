import type { Diagnosis } from '@penstock/bundle'
import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { rawUpstream } from '@penstock/testkit/upstreams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliOf, describeShop, rest, trpc } from './black-box.fixture.ts'
import type { RecordedRequest } from './show-call.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  // undici does not say how far it came, whatever the environment asks for.
  penstock = await startPenstock({ env: { PENSTOCK_GATEWAY_HTTP: 'own' } })
})
afterAll(() => penstock?.stop())

const answers = { 200: { description: 'Done' } }
const orders = { '/orders': { get: { responses: answers }, post: { responses: answers } } }

/** From a description to a stage of it. */
async function serve(slug: string, upstream: string): Promise<string> {
  const query = new URLSearchParams({ slug, upstream })
  await rest(penstock, 'POST', `/api/v1/apis?${query}`, describeShop('x', orders))
  const deployed = await rest<{ url: string }>(
    penstock,
    'POST',
    `/api/v1/apis/${slug}/stages/prod/deployments`,
    {},
  )
  expect(deployed.status).toBe(200)
  return deployed.json.url
}

/** Nodes send what they served once a second. */
async function recorded(id: string): Promise<RecordedRequest> {
  const get = () => rest<RecordedRequest>(penstock, 'GET', `/api/v1/requests/${id}`)
  await expect.poll(async () => (await get()).status, { timeout: 10_000 }).toBe(200)
  return (await get()).json
}

test('a failed request is explained by its id, and repeated directly', async () => {
  const said = 'HTTP/1.1 200 OK\r\nBad Header: secret\r\n\r\nhello'
  await using upstream = await rawUpstream((socket) => socket.end(said))
  const url = await serve('broken', upstream.url)
  const answer = await fetch(`${url}/orders?key=topsecret`, {
    headers: { authorization: 'Bearer topsecret' },
  })
  expect(answer.status).toBe(502)
  expect(await answer.json()).toMatchObject({ code: 'UPSTREAM_NOT_HTTP', phase: 'integration' })
  const id = answer.headers.get('x-request-id')!
  const request = await recorded(id)
  expect(request.phases.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['request', 'passed'],
    ['integration', 'failed'],
    ['response', 'passed'],
  ])
  expect(request.call).toMatchObject({ url: `${upstream.url}/orders?key=••••••`, step: 'waiting' })
  expect(JSON.stringify(request)).not.toContain('secret')
  const listed = await rest<{ requests: object[] }>(penstock, 'GET', '/api/v1/requests?api=broken')
  expect(listed.json.requests[0]).not.toHaveProperty('call')

  const cli = cliOf(penstock)
  const log = await cli(['logs', id])
  expect(log.stdout).toContain('failed after')
  expect(log.stdout).toContain('WIRE_NOT_HTTP')
  expect(log.stdout).toContain('  *** ******: ******')

  const diagnosed = await cli(['diagnose', id])
  expect(diagnosed.code).toBe(1)
  expect(diagnosed.stdout).toContain('  Bad Header: secret')
  expect(diagnosed.stdout).toContain(
    'The backend fails without the gateway in the same way (HPE_INVALID_HEADER_TOKEN)',
  )
  const json = (await cli(['diagnose', id, '--json'])).json<Diagnosis>()
  expect(json).toMatchObject({ requestId: id, direct: { error: { code: 'UPSTREAM_NOT_HTTP' } } })
  const { json: log2 } = await trpc<{ entries: { action: string; data: object }[] }>(
    penstock,
    'query',
    'audit.list',
    {},
  )
  expect(JSON.stringify(log2)).toContain(`"request":"${id}"`)
})

test('what may change something is repeated only when that is said', async () => {
  const asked: string[] = []
  await using upstream = await rawUpstream((socket) => {
    asked.push('asked')
    socket.destroy()
  })
  const url = await serve('posts', upstream.url)
  const answer = await fetch(`${url}/orders`, { method: 'POST', body: 'x' })
  const id = answer.headers.get('x-request-id')!
  await recorded(id)
  const cli = cliOf(penstock)
  expect((await cli(['diagnose', id])).stdout).toContain('POST may change something')
  expect(asked).toHaveLength(1)
  expect((await cli(['diagnose', id, '--repeat'])).stdout).toContain('in the same way')
  expect(asked).toHaveLength(2)
})

test('a request that went well has no call to repeat, and one that nobody recorded is not found', async () => {
  await using upstream = await rawUpstream((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'))
  const url = await serve('well', upstream.url)
  const id = (await fetch(`${url}/orders`)).headers.get('x-request-id')!
  await recorded(id)
  const diagnose = (of: string) => rest(penstock, 'POST', `/api/v1/requests/${of}/diagnose`, {})
  expect((await diagnose(id)).json).toMatchObject({ code: 'CALL_NOT_KEPT' })
  expect((await diagnose('nobody')).json).toMatchObject({ code: 'NOT_FOUND' })
})
