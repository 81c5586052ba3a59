import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from './app.fixture.ts'

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

test('an API that there is not is named as over REST', async () => {
  const answer = await server.call('GET', '/draft-data/nothing')
  expect(answer).toMatchObject({ status: 404, json: { code: 'API_NOT_FOUND' } })
})
