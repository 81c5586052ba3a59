import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import {
  babblingUpstream,
  closedPort,
  cutUpstream,
  droppingUpstream,
  echoUpstream,
  hangingUpstream,
  lyingUpstream,
} from '@penstock/testkit/upstreams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeShop, rest } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

/** From a description to a stage that sends everything to `upstream`. */
async function serve(
  slug: string,
  upstream: string,
  document: unknown = describeShop('unused'),
): Promise<string> {
  const query = new URLSearchParams({ slug, upstream })
  expect((await rest(penstock, 'POST', `/api/v1/apis?${query}`, document)).status).toBe(201)
  const deployed = await rest<{ url: string }>(
    penstock,
    'POST',
    `/api/v1/apis/${slug}/stages/prod/deployments`,
    {},
  )
  expect(deployed.status).toBe(200)
  return deployed.json.url
}

test('a call goes through to the upstream and back', async () => {
  await using echo = await echoUpstream()
  const url = await serve('echo', `${echo.url}/base`)
  const answer = await fetch(`${url}/orders?size=2`, { headers: { 'x-mine': 'yes' } })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    method: 'GET',
    target: '/base/orders?size=2',
    headers: { 'x-mine': 'yes' },
  })
})

test.each([
  { slug: 'refuses', code: 'UPSTREAM_REFUSED', make: refusing },
  { slug: 'drops', code: 'UPSTREAM_RESET', make: droppingUpstream },
  { slug: 'babbles', code: 'UPSTREAM_NOT_HTTP', make: babblingUpstream },
])(
  'a backend that $slug is answered for with 502, $code, and the cause in the log',
  async ({ slug, code, make }) => {
    await using upstream = await make()
    const url = await serve(slug, upstream.url)
    const answer = await fetch(`${url}/orders`)
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({ code, fault: 'upstream' })
    await expectLogged(answer.headers.get('x-request-id')!, code)
  },
)

test('a backend that hangs is given up after the time of the integration, with 504', async () => {
  await using upstream = await hangingUpstream()
  const document = describeShop('unused')
  const item = document.paths['/orders'] as Record<string, Record<string, unknown>>
  item.get!['x-amazon-apigateway-integration'] = {
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: `${upstream.url}/orders`,
    timeoutInMillis: 50,
  }
  const url = await serve('hangs', upstream.url, document)
  const began = performance.now()
  const answer = await fetch(`${url}/orders`)
  expect(answer.status).toBe(504)
  expect(performance.now() - began).toBeLessThan(5_000)
  await expectLogged(answer.headers.get('x-request-id')!, 'UPSTREAM_TIMEOUT')
})

test.each([
  { slug: 'lies', code: 'UPSTREAM_CLOSED_EARLY', make: () => lyingUpstream(100, 10) },
  { slug: 'cuts', code: 'UPSTREAM_CLOSED_EARLY', make: cutUpstream },
])(
  'a backend that $slug in the middle of its answer cuts ours, and is told of in the log',
  async ({ slug, code, make }) => {
    await using upstream = await make()
    const url = await serve(slug, upstream.url)
    const answer = await fetch(`${url}/orders`)
    const id = answer.headers.get('x-request-id')!
    // Half an answer never looks like a whole one.
    if (answer.status === 200) await expect(answer.text()).rejects.toThrow('terminated')
    else expect(await answer.json()).toMatchObject({ code })
    await expectLogged(id, code)
  },
)

/** What a person finds under the id that the client saw. Nodes send what they served once a second. */
async function expectLogged(id: string, code: string): Promise<void> {
  const logged = () => rest(penstock, 'GET', `/api/v1/requests/${id}`)
  await expect.poll(async () => (await logged()).status, { timeout: 10_000 }).toBe(200)
  expect((await logged()).json).toMatchObject({
    id,
    error: { code, phase: expect.any(String) as string, cause: expect.stringMatching(/\w+/) as string },
  })
}

async function refusing() {
  return { url: `http://127.0.0.1:${await closedPort()}`, [Symbol.asyncDispose]: async () => {} }
}
