import { closeDatabases, databases, embeddedDatabase } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestCore } from './core.fixture.ts'
import { createApi } from './create-api.ts'
import { deploy } from './deploy.ts'
import { importApi } from './import-api.ts'
import { makePlan } from './plan.ts'

const description = (paths: object) =>
  JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets & more', version: '1' }, paths })
const operation = (operationId: string) => ({
  get: { operationId, responses: { 200: { description: 'OK' } } },
})
const two = description({ '/a': operation('a'), '/b': operation('b') })

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('creates under a name of its own, and a second time under another', async () => {
    await using core = await openTestCore(open)
    expect(await importApi(core, { document: two, mode: 'create' })).toMatchObject({
      slug: 'pets-more',
      report: { format: 'oas30', operations: 2 },
    })
    expect(await importApi(core, { document: two, mode: 'create' })).toMatchObject({ slug: 'pets-more-2' })
    const taken = importApi(core, { document: two, slug: 'pets-more', mode: 'create' })
    await expect(taken).rejects.toMatchObject({ code: 'SLUG_TAKEN' })
  })

  test.skipIf(skip)(
    'overwriting with the same document changes nothing; with another, only what differs',
    async () => {
      await using core = await openTestCore(open)
      const pets = { slug: 'pets', mode: 'overwrite' as const }
      await importApi(core, { document: two, ...pets })
      const { version } = await core.drafts.open('pets')
      await importApi(core, { document: two, ...pets })
      expect((await core.drafts.open('pets')).version).toBe(version)
      await deploy(core, { slug: 'pets', stage: 'prod' })
      await importApi(core, { document: description({ '/a': operation('a') }), ...pets })
      const { changes } = await makePlan(core, { slug: 'pets', stage: 'prod' })
      expect(changes).toHaveLength(1)
      expect(changes[0]).toMatchObject({ action: 'removed', verdict: 'breaking' })
    },
  )
})

test('an import says which operations do not run, why, and where they are in the draft', async () => {
  await using core = await openTestCore(embeddedDatabase)
  const extension = { 'x-amazon-apigateway-integration': { type: 'http_proxy', httpMethod: 'GET' } }
  const document = description({
    '/a': { get: { ...operation('a').get, ...extension } },
    '/b': { get: { ...operation('b').get, ...extension }, put: operation('c').get },
    '/d': {
      get: {
        ...operation('d').get,
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'GET',
          uri: 'https://d.example',
        },
      },
    },
  })
  const { slug, unanswered } = await importApi(core, { document, mode: 'create' })
  const { definition } = await core.drafts.open(slug)
  const named = unanswered.flatMap(({ operations }) => operations)
  expect(unanswered.reduce((sum, { count }) => sum + count, 0)).toBe(named.length)
  expect(named.map(({ name }) => name).sort()).toEqual(['GET /a', 'GET /b', 'PUT /b'])
  for (const { record } of named) expect(definition.get(record)?.kind).toBe('method')
  expect(unanswered[0]).toMatchObject({ count: 2, reason: expect.any(String) })
})

test('a document over the limit is refused before anything reads it', async () => {
  await using core = await openTestCore(embeddedDatabase, { importLimitBytes: 1000 })
  const document = 'x'.repeat(1001)
  await expect(importApi(core, { document, mode: 'create' })).rejects.toMatchObject({
    code: 'IMPORT_TOO_LARGE',
  })
})

test('a document that is no description is refused with what is wrong where, and leaves nothing', async () => {
  await using core = await openTestCore(embeddedDatabase)
  const refused = importApi(core, { document: '{ "openapi": "3.0.3", ', mode: 'create' })
  await expect(refused).rejects.toMatchObject({
    code: 'IMPORT_REFUSED',
    details: { diagnostics: [expect.anything()] },
  })
  expect(await core.db.api.count()).toBe(0)
  expect(await core.db.recordBody.count()).toBe(0)
})

test('the sample can be deployed as it is', async () => {
  await using core = await openTestCore(embeddedDatabase)
  const { slug } = await createApi(core, { name: 'Coffee', sample: true })
  const { checks, summary } = await makePlan(core, { slug, stage: 'prod' })
  expect(checks.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(summary.routes).toBe(5)
  expect((await core.drafts.open(slug)).name).toBe('Coffee')
  await deploy(core, { slug, stage: 'prod' })
})
