import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const description = (summary: string) => ({
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1.0.0' },
  paths: {
    '/pets': { get: { operationId: 'listPets', summary, responses: { 200: { description: 'Pets' } } } },
  },
})

async function importPets(slug: string, summary: string, mode = 'create') {
  const { status } = await server.call('POST', `/api/v1/apis?slug=${slug}&mode=${mode}`, description(summary))
  expect(status).toBeLessThan(300)
}

async function deploy(slug: string, stage = 'prod') {
  const { status } = await server.call('POST', `/api/v1/apis/${slug}/stages/${stage}/deployments`, {
    createStage: true,
  })
  expect(status).toBe(200)
}

async function show(slug: string, visibility: 'off' | 'signed-in' | 'public') {
  expect((await server.call('POST', '/trpc/portal.update', { slug, visibility })).status).toBe(200)
}

const asNobody = (path: string) => server.call('GET', `/portal-data/${path}`, undefined, null)
const asMember = (path: string) => server.call('GET', `/portal-data/${path}`)
const summaryIn = ({ json }: { json: Record<string, unknown> }) =>
  (json as { groups: { operations: { summary: string }[] }[] }).groups[0]!.operations[0]!.summary

test('a portal that is off is not there, for anybody', async () => {
  await importPets('off', 'List pets')
  await deploy('off')
  for (const ask of [asNobody, asMember])
    expect(await ask('off')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } })
  // The same answer as for an API that does not exist: nobody learns which there are.
  const [hidden, missing] = [await asNobody('off'), await asNobody('missing')]
  expect(hidden.json['title']).toBe(String(missing.json['title']).replace('missing', 'off'))
})

test('a portal for people with an account asks others to sign in, in each of its parts', async () => {
  await importPets('inside', 'List pets')
  await deploy('inside')
  await show('inside', 'signed-in')
  expect((await asMember('inside')).status).toBe(200)
  for (const part of ['inside', 'inside/operations/x', 'inside/schemas/x'])
    expect(await asNobody(part)).toMatchObject({ status: 401, json: { code: 'UNAUTHENTICATED' } })
  const call = { stage: 'prod', method: 'GET', path: '/pets', headers: [] }
  expect(await server.call('POST', '/portal-data/inside/calls', call, null)).toMatchObject({ status: 401 })
})

test('a public portal shows what is deployed, and a draft only once it is deployed', async () => {
  await importPets('open', 'List pets')
  await show('open', 'public')
  expect(await asNobody('open')).toMatchObject({ status: 404 })
  await deploy('open')
  const first = await asNobody('open')
  expect(first.json).toMatchObject({ title: 'Pets', stage: 'prod', deployment: 1, operations: 1 })
  expect(summaryIn(first)).toBe('List pets')

  await importPets('open', 'List all pets', 'overwrite')
  expect(summaryIn(await asNobody('open'))).toBe('List pets')
  await deploy('open')
  const second = await asNobody('open')
  expect(summaryIn(second)).toBe('List all pets')
  expect(second.json['deployment']).toBe(2)
})

test('each deployed stage has a portal; a preview, which is never deployed, has none', async () => {
  await importPets('staged', 'List pets')
  await show('staged', 'public')
  await deploy('staged', 'dev')
  await importPets('staged', 'List all pets', 'overwrite')
  await deploy('staged', 'prod')
  expect((await asNobody('staged')).json).toMatchObject({
    stage: 'prod',
    stages: expect.arrayContaining(['dev', 'prod']),
  })
  expect(summaryIn(await asNobody('staged?stage=dev'))).toBe('List pets')
  expect((await asNobody('staged?stage=preview')).status).toBe(404)
  const call = { stage: 'preview', method: 'GET', path: '/pets', headers: [] }
  expect((await server.call('POST', '/portal-data/staged/calls', call, null)).status).toBe(404)
})

test('an operation is asked for by its id, and what is not there is said to be missing', async () => {
  await importPets('parts', 'List pets')
  await show('parts', 'public')
  await deploy('parts')
  const { json } = await asNobody('parts')
  const [{ id }] = (json as { groups: { operations: [{ id: string }] }[] }).groups[0]!.operations
  expect((await asNobody(`parts/operations/${id}`)).json).toMatchObject({
    operationId: 'listPets',
    path: '/pets',
  })
  expect((await asNobody('parts/operations/gone')).status).toBe(404)
  expect((await asNobody('parts/schemas/Gone')).status).toBe(404)
})
