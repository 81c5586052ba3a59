import { afterAll, beforeAll, expect, test } from 'vitest'
import { planViewSchema } from '../presenters/plan-view.ts'
import { type TestApp, testApp, testHost } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp({ importLimit: 200_000 })
})
afterAll(() => server[Symbol.asyncDispose]())

const petId = { name: 'petId', in: 'path', required: true, schema: { type: 'string' } }
const pets = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets/{petId}': {
      get: {
        operationId: 'getPet',
        parameters: [petId],
        responses: { 200: { description: 'A pet', content: { 'application/json': { example: { id: 1 } } } } },
      },
      delete: {
        operationId: 'deletePet',
        parameters: [petId],
        responses: { 204: { description: 'Gone' } },
      },
    },
  },
}
const without = (...methods: string[]) => {
  const item = Object.fromEntries(
    Object.entries(pets.paths['/pets/{petId}']).filter(([name]) => !methods.includes(name)),
  )
  return { ...pets, paths: { '/pets/{petId}': item } }
}

async function importPets(slug: string, document: unknown = pets, mode = 'create') {
  return server.call('POST', `/api/v1/apis?slug=${slug}&mode=${mode}`, document)
}

test('a description is imported, and what became of it is reported', async () => {
  const { status, json } = await importPets('imported')
  expect(status).toBe(201)
  expect(json).toMatchObject({
    api: {
      slug: 'imported',
      name: 'Pets',
      operations: 2,
      type: 'REST',
      compatibility: 'native',
      portal: 'off',
    },
    report: { format: 'oas31', operations: 2, refused: [] },
  })
  expect(json).not.toHaveProperty('aws')
  const again = await importPets('imported')
  expect(again.json).toMatchObject({ code: 'SLUG_TAKEN', status: 409 })
})

test('a deployment makes its stage', async () => {
  await importPets('stages')
  for (const [at, stage] of ['dev', 'prod'].entries())
    expect(await server.call('POST', `/api/v1/apis/stages/stages/${stage}/deployments`, {})).toMatchObject({
      status: 200,
      json: { deployment: { version: at + 1 } },
    })
})

test('YAML is taken as it comes, whatever its media type says', async () => {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/apis?slug=yaml',
    headers: { host: testHost, authorization: `Bearer ${server.token}`, 'content-type': 'text/plain' },
    payload: 'openapi: 3.0.3\ninfo: {title: Y, version: "1"}\npaths: {}\n',
  })
  expect(answer.statusCode, answer.body).toBe(201)
})

test('a broken description is refused with a located reason, and leaves nothing behind', async () => {
  const { status, json } = await server.call('POST', '/api/v1/apis?slug=broken', { hello: 'world' })
  expect(status).toBe(400)
  expect(json).toMatchObject({ code: 'IMPORT_REFUSED', fault: 'client' })
  expect((await server.call('GET', '/api/v1/apis/broken')).json).toMatchObject({ code: 'API_NOT_FOUND' })
})

test('a description that is too large is refused by its announced length, before it is read', async () => {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/apis?slug=large',
    headers: {
      host: testHost,
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
      'content-length': '300000000',
    },
    payload: '{}',
  })
  expect(answer.statusCode).toBe(413)
  expect(answer.json()).toMatchObject({ code: 'IMPORT_TOO_LARGE', title: expect.stringContaining('287 MB') })
})

test('plan, deployment, history and rollback', async () => {
  await importPets('story')
  const first = await server.call('GET', '/api/v1/apis/story/stages/prod/plan')
  expect(first.json).toMatchObject({ stage: 'prod', base: null, checks: [] })
  expect(planViewSchema.strict().safeParse(first.json).error).toBeUndefined()
  // Each route is named once; changes say by number which of them they touch.
  const { changes, routes, routeSets } = planViewSchema.parse(first.json)
  for (const { kind, record, routeSet } of changes)
    if (kind === 'method') expect(routeSets[routeSet]!.map((index) => routes[index])).toEqual([record])
  expect(first.json).toMatchObject({ summary: { routes: new Set(routes).size } })

  const one = await server.call('POST', '/api/v1/apis/story/stages/prod/deployments', {
    planHash: first.json.planHash,
    description: 'first',
    variables: { greeting: 'hello' },
    source: 'cli',
  })
  expect(one.json).toMatchObject({
    deployment: {
      version: 1,
      stage: 'prod',
      kind: 'deploy',
      description: 'first',
      author: 'bootstrap',
      actor: { id: expect.any(String), kind: 'token' },
      source: 'cli',
      live: true,
    },
    url: 'http://127.0.0.1:9080/story/prod',
    hostUrl: 'http://story.gateway.localhost:9080/prod',
    nodes: { serving: 0, total: 0 },
    unchanged: false,
  })
  const stages = await server.call('GET', '/api/v1/apis/story/stages')
  expect(stages.json.stages).toMatchObject([
    { name: 'prod', version: 1, staged: { total: 0 }, variables: { greeting: 'hello' } },
    { name: 'preview', version: null },
  ])

  expect(await server.call('GET', '/api/v1/apis/story/stages/prd/plan?createStage=false')).toMatchObject({
    status: 404,
    json: { code: 'STAGE_NOT_FOUND', details: { stages: ['prod'], nearest: 'prod' } },
  })
  expect(
    await server.call('POST', '/api/v1/apis/story/stages/prd/deployments', { createStage: false }),
  ).toMatchObject({ status: 404, json: { code: 'STAGE_NOT_FOUND' } })
  expect(await server.call('GET', '/api/v1/apis/story/stages/qa/plan')).toMatchObject({
    status: 200,
    json: { stage: 'qa', base: null },
  })

  const same = await server.call('POST', '/api/v1/apis/story/stages/prod/deployments', {})
  expect(same.json).toMatchObject({ unchanged: true, deployment: { version: 1 } })

  await importPets('story', without('delete'), 'overwrite')
  const stale = await server.call('POST', '/api/v1/apis/story/stages/prod/deployments', {
    planHash: first.json.planHash,
  })
  expect(stale.status).toBe(409)
  expect(stale.json).toMatchObject({ code: 'PLAN_STALE', details: { plan: { summary: { breaking: 1 } } } })

  const two = await server.call('POST', '/api/v1/apis/story/stages/prod/deployments')
  expect(two.json).toMatchObject({ deployment: { version: 2, source: 'api' } })
  const back = await server.call('POST', '/api/v1/apis/story/stages/prod/rollback', {
    deployment: (one.json.deployment as { id: string }).id,
  })
  expect(back.json).toMatchObject({ deployment: { version: 3, kind: 'rollback', live: true } })
  const history = await server.call('GET', '/api/v1/apis/story/stages/prod/deployments')
  expect(history.json.deployments).toMatchObject([
    { version: 3, live: true },
    { version: 2, live: false },
    { version: 1, live: false },
  ])
})

test('an export is a download named for its format and version', async () => {
  await importPets('exported')
  const json = await server.call('GET', '/api/v1/apis/exported/export?extensions=none')
  expect(json.json).toEqual(pets)
  expect(json.headers['content-disposition']).toBe('attachment; filename="oas31_1.0.0.json"')
  const yaml = await server.call('GET', '/api/v1/apis/exported/export?as=yaml&format=swagger2')
  expect(yaml.headers['content-type']).toContain('application/yaml')
  expect(yaml.headers['content-disposition']).toBe('attachment; filename="swagger_1.0.0.yaml"')
  expect(yaml.text).toMatch(/^swagger: ['"]2.0['"]/m)
})

test('a function is put into the draft', async () => {
  await importPets('functions')
  const put = await server.call('PUT', '/api/v1/apis/functions/functions/hello', {
    code: 'exports.handler = 1',
    timeoutMs: 500,
  })
  expect(put.json).toEqual({ name: 'hello' })
  const { definition } = await server.core.drafts.open('functions')
  expect([...definition.values()].find(({ kind }) => kind === 'function')).toMatchObject({
    name: 'hello',
    timeoutMs: 500,
  })
})

test('a mapping template is rendered with an input of one’s own', async () => {
  const template = '#set($context.responseOverride.status = 418){"statusCode": $input.json("$.a")}'
  const { json } = await server.call('POST', '/api/v1/templates/render', { template, body: '{"a": 201}' })
  expect(json).toMatchObject({
    output: '{"statusCode": 201}',
    mockStatus: 201,
    overrides: { responseOverride: { status: 418 } },
  })
  const wrong = await server.call('POST', '/api/v1/templates/render', { template: '#if(' })
  expect(wrong.json).toMatchObject({ code: 'INVALID_INPUT', title: expect.stringContaining('Line 1') })
})

test('a template that does not end is stopped, and holds nobody up', async () => {
  const doubled = '#set($s = "$s$s")'.repeat(22)
  const template = `#set($s = "a")${doubled}#foreach($i in [1..1000])#set($t = $s.replace("a", "b"))#end`
  const stuck = server.call('POST', '/api/v1/templates/render', { template })
  expect((await server.call('GET', '/healthz')).status).toBe(200)
  expect((await stuck).json).toMatchObject({
    code: 'TEMPLATE_BUDGET',
    title: expect.stringContaining('two seconds'),
  })
})

test('the preview has variables; it is not made, planned, deployed to or removed', async () => {
  await importPets('tried')
  const path = '/api/v1/apis/tried/stages/preview'
  expect(await server.call('PUT', path, { variables: { backend: 'localhost' } })).toMatchObject({
    status: 200,
    json: { name: 'preview', version: null, variables: { backend: 'localhost' } },
  })
  const { json } = await server.call('GET', '/api/v1/apis/tried/stages')
  expect(json.stages).toMatchObject([{ name: 'preview', variables: { backend: 'localhost' } }])
  for (const [method, of] of [
    ['DELETE', path],
    ['GET', `${path}/plan`],
    ['POST', `${path}/deployments`],
  ] as const) {
    expect((await server.call(method, of)).json).toMatchObject({ code: 'INVALID_INPUT' })
  }
  expect((await server.call('PUT', '/api/v1/apis/nobody/stages/preview', {})).status).toBe(404)
})

test('removing an API asks a person once more, not a program', async () => {
  await importPets('removed')
  expect((await server.call('DELETE', '/api/v1/apis/removed')).status).toBe(204)
  expect((await server.call('GET', '/api/v1/apis/removed')).status).toBe(404)
})

test('what does not fit is named, with the field', async () => {
  const { status, json } = await server.call('POST', '/api/v1/apis/story/stages/prod/deployments', {
    variables: { 'a b': 1 },
  })
  expect(status).toBe(400)
  expect(json).toMatchObject({ code: 'INVALID_INPUT', title: expect.stringContaining('variables') })
  expect((await server.call('POST', '/api/v1/apis/story/stages/preview/deployments')).json).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('the description names every route, and only what is there', async () => {
  const { json } = await server.call('GET', '/api/v1/openapi.json', undefined, null)
  const paths = json.paths as Record<string, Record<string, { operationId: string }>>
  const ids = Object.values(paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(Object.keys(paths)).toContain('/apis/{api}/stages/{stage}/deployments')
  // It is a description like any other: ours reads it without a warning.
  const read = await server.call('POST', '/api/v1/apis?slug=penstock-itself', json)
  expect(read.json, read.text).toMatchObject({
    report: { operations: ids.length, refused: [], warnings: [] },
  })
})

test('what gateways say of targets is told by API, and of an API that there is', async () => {
  await importPets('targeted')
  const health = { api: 'targeted', stage: 'prod', upstream: 'shop', target: 'http://10.0.0.7:8080' }
  const reported = await server.app.inject({
    method: 'POST',
    url: '/gateway/v1/health',
    headers: { host: testHost, authorization: 'Bearer the-gateway-token' },
    payload: { node: 'n1', targets: [{ ...health, state: 'unhealthy', since: 5, error: 'answered 503' }] },
  })
  expect(reported.statusCode).toBe(204)
  const node = { node: 'n1', state: 'unhealthy', since: 5, error: 'answered 503' }
  expect(await server.call('GET', '/api/v1/apis/targeted/upstreams')).toMatchObject({
    status: 200,
    json: {
      upstreams: [{ stage: 'prod', upstream: 'shop', targets: [{ target: health.target, nodes: [node] }] }],
    },
  })
  expect(await server.call('GET', '/api/v1/apis/nothing/upstreams')).toMatchObject({
    status: 404,
    json: { code: 'API_NOT_FOUND' },
  })
})
