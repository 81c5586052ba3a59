import type { Example, Method } from '@penstock/model'
import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { httpUpstream } from '@penstock/testkit/upstreams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeShop, draftRecords, rest, trpc } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

interface Run {
  readonly name: string
  readonly outcome: string
  readonly problems: string[]
}

test('examples are kept with the draft, exported with it, and run against what is staged', async () => {
  const calls: string[] = []
  await using upstream = await httpUpstream(({ method, url }, response) => {
    calls.push(`${method} ${url}`)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"marker":"new","id":7}')
  })
  const query = new URLSearchParams({ slug: 'shop', upstream: upstream.url })
  const item = {
    '/orders/{id}': { delete: { operationId: 'deleteOrder', responses: { 204: { description: '' } } } },
  }
  expect((await rest(penstock, 'POST', `/api/v1/apis?${query}`, describeShop('x', item))).status).toBe(201)
  const draft = await draftRecords(penstock, 'shop')
  const methodOf = (verb: string) =>
    draft
      .map(({ record }) => record)
      .find((record): record is Method => record.kind === 'method' && record.httpMethod === verb)!
  const list = methodOf('GET')
  const added: Example[] = [
    {
      kind: 'example',
      id: 'exa_1',
      name: 'a list',
      method: list.id,
      expect: { status: 200, body: { marker: 'new' } },
    },
    {
      kind: 'example',
      id: 'exa_2',
      name: 'b old',
      method: list.id,
      expect: { status: 200, body: { marker: 'old' } },
    },
    {
      kind: 'example',
      id: 'exa_3',
      name: 'c delete',
      method: methodOf('DELETE').id,
      pathParameters: { id: '7' },
      expect: { status: 204 },
    },
  ]
  const saved = await trpc(penstock, 'mutation', 'draft.save', {
    slug: 'shop',
    changeId: 'examples',
    added,
    updated: [],
    removed: [],
  })
  expect(saved.status, saved.text).toBe(200)

  const run = async (body: object) =>
    (
      await rest<{ examples: Run[] }>(penstock, 'POST', '/api/v1/apis/shop/stages/preview/examples/run', body)
    ).json.examples.map(({ name, outcome, problems }) => [name, outcome, ...problems])
  expect(await run({})).toEqual([
    ['a list', 'passed'],
    ['b old', 'failed', '$.marker is "new", expected "old".'],
    ['c delete', 'explained'],
  ])
  // What may change something behind the gateway is not sent unless it is asked for.
  expect(calls).toEqual(['GET /orders', 'GET /orders'])
  expect(await run({ ids: ['exa_3'], unsafe: true })).toEqual([
    ['c delete', 'failed', 'The status is 200, expected 204.'],
  ])
  expect(calls.at(-1)).toBe('DELETE /orders/7')

  // Of a plan they run against what it leads to, and what is saved after it makes no difference.
  const planned = await rest<{ planHash: string }>(penstock, 'GET', '/api/v1/apis/shop/stages/prod/plan')
  const { planHash } = planned.json
  const ofPlan = async () => {
    const asked = { planHash, ids: ['exa_1', 'exa_2'] }
    const { json } = await rest<{ examples: Run[] }>(
      penstock,
      'POST',
      '/api/v1/apis/shop/stages/prod/examples/run',
      asked,
    )
    return json.examples.map(({ name, outcome }) => [name, outcome])
  }
  const asPlanned = [
    ['a list', 'passed'],
    ['b old', 'failed'],
  ]
  expect(await ofPlan()).toEqual(asPlanned)
  const kept = (await draftRecords(penstock, 'shop')).filter(({ record }) => record.kind === 'example')
  const emptied = await trpc(penstock, 'mutation', 'draft.save', {
    slug: 'shop',
    changeId: 'emptied',
    added: [],
    updated: [],
    removed: kept.map(({ record, revision }) => ({ id: record.id, revision })),
  })
  expect(emptied.status, emptied.text).toBe(200)
  expect(await run({})).toEqual([])
  expect(await ofPlan()).toEqual(asPlanned)
  const back = await trpc(penstock, 'mutation', 'draft.save', {
    slug: 'shop',
    changeId: 'back',
    added,
    updated: [],
    removed: [],
  })
  expect(back.status, back.text).toBe(200)

  const path = '/api/v1/apis/shop/export?format=oas31&extensions=penstock&as=json'
  const { text } = await rest(penstock, 'GET', path)
  expect((await rest(penstock, 'POST', '/api/v1/apis?slug=copy', text)).status).toBe(201)
  const copy = await draftRecords(penstock, 'copy')
  const names = copy.flatMap(({ record }) => (record.kind === 'example' ? [record.name] : []))
  expect(names.sort()).toEqual(['a list', 'b old', 'c delete'])
  const bare = await rest(penstock, 'GET', '/api/v1/apis/shop/export?format=oas31&extensions=none&as=json')
  expect(bare.text).not.toContain('exa_1')
})
