import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeShop, rest } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

interface Refusal {
  readonly code: string
  readonly title: string
  readonly details?: { readonly diagnostics: readonly Found[] }
}
interface Found {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly location: { readonly line?: number; readonly column?: number; readonly pointer?: string }
}

const importAs = <T>(slug: string, document: unknown) =>
  rest<T>(penstock, 'POST', `/api/v1/apis?slug=${slug}`, document)
const deploy = <T>(slug: string) =>
  rest<T & { url: string }>(penstock, 'POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})

async function expectRefused(slug: string, document: string): Promise<Refusal> {
  const { status, json } = await importAs<Refusal>(slug, document)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  // Refused means that nothing is there.
  expect((await rest(penstock, 'GET', `/api/v1/apis/${slug}`)).status).toBe(404)
  return json
}

test('broken JSON and YAML are refused with line and column', async () => {
  const json = await expectRefused('broken', '{"openapi": "3.0.1",\n "info": {"title": "x" "version": "1"}}')
  expect(json).toMatchObject({ code: 'IMPORT_REFUSED' })
  expect(json.details?.diagnostics[0]).toMatchObject({ code: 'syntax', location: { line: 2, column: 24 } })
  expect(json.title).toContain('Line 2, column 24')

  const yaml = await expectRefused('broken', 'openapi: 3.0.1\ninfo:\n  title: x\n version: 1\npaths: {}\n')
  expect(yaml).toMatchObject({ code: 'IMPORT_REFUSED' })
  expect(yaml.details?.diagnostics[0]).toMatchObject({
    code: 'syntax',
    location: { line: 4, column: expect.any(Number) as number },
  })

  expect((await expectRefused('broken', 'just words')).code).toBe('IMPORT_REFUSED')
  expect((await expectRefused('broken', '{"openapi": "9.9.9", "paths": {}}')).code).toBe('IMPORT_REFUSED')
  expect((await expectRefused('broken', '')).code).toBe('INVALID_INPUT')
})

test('a YAML alias bomb is refused by counting, not by expanding', async () => {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 12; level++)
    lines.push(
      `l${level}: &l${level} [${Array(10)
        .fill(`*l${level - 1}`)
        .join(', ')}]`,
    )
  const bomb = `openapi: 3.1.0\ninfo: {title: Bomb, version: "1"}\npaths: {}\nx-bomb:\n  ${lines.join('\n  ')}\n`
  expect((await expectRefused('bomb', bomb)).code).toBe('IMPORT_TOO_COMPLEX')
  const merges = `a0: &a0 {k: v}\n${Array.from({ length: 60_000 }, (_, at) => `a${at + 1}: {<<: [${Array(9).fill('*a0').join(', ')}]}`).join('\n')}`
  expect((await expectRefused('bomb', merges)).code).toMatch(/^IMPORT_/)
  const itself = await expectRefused(
    'bomb',
    'openapi: 3.1.0\ninfo: {title: x, version: "1"}\nx-a: &a\n  b: *a\npaths: {}\n',
  )
  expect(itself.details?.diagnostics[0]).toMatchObject({
    code: 'circular-alias',
    location: { pointer: '/x-a/b' },
  })
  const deep = await expectRefused(
    'bomb',
    `{"openapi":"3.1.0","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  )
  expect(deep.details?.diagnostics[0]).toMatchObject({ code: 'too-deep' })
})

test('schemas that refer to themselves and to each other are imported, deployed and exported as they were', async () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const document = {
    ...describeShop('cycles', {
      '/tree': {
        get: {
          operationId: 'getTree',
          responses: {
            200: { description: 'A tree', content: { 'application/json': { schema: ref('Tree') } } },
          },
        },
        put: {
          operationId: 'putTree',
          requestBody: { content: { 'application/json': { schema: ref('Egg') } } },
          responses: { 204: { description: 'Done' } },
        },
      },
    }),
    components: {
      schemas: {
        Tree: {
          type: 'object',
          properties: { left: ref('Tree'), right: ref('Tree'), name: { type: 'string' } },
        },
        Egg: { type: 'object', required: ['chicken'], properties: { chicken: ref('Chicken') } },
        Chicken: { type: 'object', required: ['egg'], properties: { egg: ref('Egg') } },
        Loop: ref('Loop'),
        Ping: ref('Pong'),
        Pong: ref('Ping'),
      },
    },
  }
  expect((await importAs('cycles', document)).status).toBe(201)
  const deployed = await deploy('cycles')
  expect(deployed.status).toBe(200)
  const tree = await fetch(`${deployed.json.url}/tree`)
  expect(tree.status).toBe(200)
  expect(await tree.json()).toMatchObject({ name: expect.any(String) as string })
  expect((await rest(penstock, 'GET', '/api/v1/apis/cycles/export?from=prod')).json).toEqual(document)
})

test('duplicate operation ids are imported with a warning that says where', async () => {
  const document = describeShop('twins', {
    '/other': { get: { operationId: 'listOrders', responses: { 204: { description: 'Nothing' } } } },
  })
  const { status, json } = await importAs<{ report: { warnings: { pointer: string; reason: string }[] } }>(
    'twins',
    document,
  )
  expect(status).toBe(201)
  expect(json.report.warnings).toContainEqual(
    expect.objectContaining({
      pointer: '/paths/~1other/get/operationId',
      reason: expect.stringContaining('listOrders') as string,
    }),
  )
  const { url } = (await deploy('twins')).json
  expect((await fetch(`${url}/orders`)).status).toBe(200)
  expect((await fetch(`${url}/other`)).status).toBe(204)
})

test('two paths that differ only in the names of their parameters are not deployed, and both are named', async () => {
  const item = (operationId: string) => ({
    get: { operationId, responses: { 204: { description: 'Nothing' } } },
  })
  const document = describeShop('clash', { '/pets/{id}': item('byId'), '/pets/{name}': item('byName') })
  expect((await importAs('clash', document)).status).toBe(201)
  const plan = await rest<{ checks: Found[] }>(penstock, 'GET', '/api/v1/apis/clash/stages/prod/plan')
  const clash = plan.json.checks.find(({ severity }) => severity === 'error')
  expect(clash?.message).toContain('/pets/{id}')
  expect(clash?.message).toContain('/pets/{name}')
  expect(await deploy('clash')).toMatchObject({ status: 422, json: { code: 'PLAN_REFUSED' } })
  expect((await fetch(`${penstock.gatewayUrl}/clash/prod/orders`)).status).toBe(404)
})
