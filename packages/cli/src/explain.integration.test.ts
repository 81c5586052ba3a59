import type { Inspection } from '@penstock/bundle'
import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { httpUpstream } from '@penstock/testkit/upstreams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliOf, describeShop, rest } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

const item = {
  '/orders/{id}': {
    get: { operationId: 'getOrder', responses: { 200: { description: 'An order' } } },
    delete: { operationId: 'deleteOrder', responses: { 204: { description: 'Gone' } } },
  },
}

type Explained = Inspection & {
  readonly records: Readonly<Record<string, { id: string; name: string } | null>>
  readonly guards: readonly { name: string; isSet: boolean; sentence: string }[]
}

test('a request is explained without a call, and sent when that is asked for', async () => {
  const calls: string[] = []
  await using upstream = await httpUpstream(({ method, url }, response) => {
    calls.push(`${method} ${url}`)
    response.end('{"id":5}')
  })
  const query = new URLSearchParams({ slug: 'shop', upstream: `${upstream.url}/v2` })
  expect((await rest(penstock, 'POST', `/api/v1/apis?${query}`, describeShop('x', item))).status).toBe(201)
  expect((await rest(penstock, 'POST', '/api/v1/apis/shop/stages/prod/deployments', {})).status).toBe(200)
  const ask = (stage: string, body: object) =>
    rest<Explained>(penstock, 'POST', `/api/v1/apis/shop/stages/${stage}/inspect`, body)

  for (const stage of ['prod', 'preview']) {
    const { status, json } = await ask(stage, { method: 'GET', path: '/orders/5?x=1' })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      outcome: 'planned',
      version: stage === 'prod' ? 1 : null,
      call: { method: 'GET', url: `${upstream.url}/v2/orders/5?x=1` },
      routing: {
        winner: { path: '/orders/{id}', parameters: { id: '5' } },
        losers: [{ method: 'DELETE', reason: 'method' }],
      },
      records: { method: { name: 'getOrder' }, upstream: { name: expect.any(String) as string } },
    })
    expect(json.routing?.winner?.id).toBe(json.records['method']?.id)
    expect(json.guards.map(({ name, isSet }) => [name, isSet])).toEqual([
      ['authorizer', false],
      ['api key', false],
      ['limits', false],
      ['validation', false],
      ['cache', false],
    ])
    // Neither what lets a server inspect nor what opens a preview is anybody's to read.
    expect(JSON.stringify(json)).not.toMatch(/x-penstock-preview/i)
  }
  expect(calls).toEqual([])

  const sent = await ask('prod', { method: 'DELETE', path: '/orders/5', mode: 'send' })
  expect(sent.json).toMatchObject({
    outcome: 'answered',
    answer: { status: 200, body: { text: '{"id":5}' } },
  })
  expect(calls).toEqual(['DELETE /v2/orders/5'])

  const cli = cliOf(penstock)
  const explained = await cli(['explain', 'shop', 'prod', `curl -X GET '${penstock.url}/orders/7' -H 'a: b'`])
  expect(explained.stdout).toContain('GET /orders/7 is answered by GET /orders/{id}')
  expect(explained.stdout).toContain('not DELETE /orders/{id}: It answers DELETE, and the request is a GET.')
  expect(explained.stdout).toContain(`Calls GET ${upstream.url}/v2/orders/7`)
  expect(explained.code).toBe(0)
  for (const address of ['/shop/prod/orders/7', 'https://api.example.com/shop/prod/orders/7'])
    expect((await cli(['explain', 'shop', 'prod', `GET ${address}`])).stdout).toContain(
      'GET /orders/7 is answered by GET /orders/{id}',
    )
  const mistyped = await cli(['explain', 'shop', 'prod', 'GET https://api.example.com/shop/prd/orders/7'])
  expect(mistyped.stderr).toContain('The address is of shop, and not of its stage prod.')
  const missing = await cli(['explain', 'shop', 'prod', 'GET /orders/7/lines', '--json'])
  expect(missing.json()).toMatchObject({ outcome: 'refused', error: { code: 'ROUTE_NOT_FOUND' } })
  expect(missing.code).toBe(1)
  expect((await cli(['explain', 'shop', 'prod', 'orders'])).stderr).toContain('Write a method and a path')
})

test('a stage that is not there and one that says nothing HTTP could carry are told', async () => {
  const unknown = await rest(penstock, 'POST', '/api/v1/apis/shop/stages/prood/inspect', {
    method: 'GET',
    path: '/',
  })
  expect(unknown.json).toMatchObject({ code: 'STAGE_NOT_FOUND' })
  const wrong = await rest(penstock, 'POST', '/api/v1/apis/shop/stages/prod/inspect', {
    method: 'GET',
    path: '/a b',
  })
  expect(wrong.json).toMatchObject({ code: 'INVALID_INPUT' })
})
