import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp, testHost } from './app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const paths = Object.fromEntries(
  Array.from({ length: 600 }, (_, at) => [
    `/things-${at}`,
    { get: { responses: { 200: { description: 'ok' } } } },
  ]),
)

test('a draft comes in lines: its head with how many records there are, then all of them', async () => {
  const description = { openapi: '3.1.0', info: { title: 'Things', version: '1' }, paths }
  await server.call('POST', '/api/v1/apis?slug=things&mode=create', description)
  const streamed = await server.call('GET', '/draft-data/things')
  const [head, ...parts] = streamed.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const { definition, name, revisions, version } = await server.core.drafts.open('things')
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.flat()).toEqual(
    Array.from(definition.values(), (record) => ({ record, revision: revisions.get(record.id) })),
  )
  expect(head).toEqual({ api: { slug: 'things', name }, version, layout: {}, size: definition.size })
})

test('whoever has a draft hears whether anything of it changed since, places of nodes included', async () => {
  const description = {
    openapi: '3.1.0',
    info: { title: 'Places', version: '1' },
    paths: { '/a': { get: {} } },
  }
  await server.call('POST', '/api/v1/apis?slug=places&mode=create', description)
  const headers = { authorization: `Bearer ${server.token}`, host: testHost }
  const ask = async (known?: string) => {
    const asked = known === undefined ? headers : { ...headers, 'if-none-match': known }
    const { statusCode, headers: answered } = await server.app.inject({
      url: '/draft-data/places',
      headers: asked,
    })
    return { status: statusCode, tag: answered['etag'] as string }
  }
  const { status, tag } = await ask()
  expect(status).toBe(200)
  expect(await ask(tag)).toEqual({ status: 304, tag })
  expect(await ask(`W/${tag}`)).toEqual({ status: 304, tag })
  const { apiId, definition } = await server.core.drafts.open('places')
  const [recordId] = definition.keys()
  await server.core.db.layoutPosition.create({ data: { apiId, recordId: recordId!, x: 1, y: 2 } })
  const moved = await ask(tag)
  expect(moved.status).toBe(200)
  expect(await ask(moved.tag)).toEqual({ status: 304, tag: moved.tag })
  const renamed = { ...description, info: { title: 'Renamed', version: '1' } }
  await server.call('POST', '/api/v1/apis?slug=places&mode=overwrite', renamed)
  expect(await ask(moved.tag)).toMatchObject({ status: 200 })
})

test('an API that there is not is named as over REST', async () => {
  const answer = await server.call('GET', '/draft-data/nothing')
  expect(answer).toMatchObject({ status: 404, json: { code: 'API_NOT_FOUND' } })
})
