import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rest } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

test('a method of the draft is run without a deployment, and answers with its log; one that is not drawn is refused', async () => {
  await rest(penstock, 'POST', '/api/v1/apis?slug=zoo&compatibility=aws', {
    openapi: '3.0.1',
    info: { title: 'Zoo', version: '1' },
    paths: {
      '/pets/{petId}': {
        get: {
          responses: { 200: { description: 'A pet' } },
          'x-amazon-apigateway-integration': {
            type: 'mock',
            requestTemplates: { 'application/json': '{"statusCode": 200}' },
            responses: {
              default: {
                statusCode: '200',
                responseTemplates: { 'application/json': `{"id":"$input.params('petId')"}` },
              },
            },
          },
        },
      },
    },
  })
  const call = { resourcePath: '/pets/{petId}', method: 'GET', pathWithQueryString: '/pets/7?a=b' }
  const run = await rest(penstock, 'POST', '/api/v1/apis/zoo/test-invoke', {
    ...call,
    headers: { Authorization: 'Bearer sesame-open' },
  })
  expect(run.json).toMatchObject({
    status: 200,
    body: '{"id":"7"}',
    headers: { 'Content-Type': 'application/json' },
    multiValueHeaders: { 'Content-Type': ['application/json'] },
    latency: expect.any(Number),
  })
  expect((run.json as { log: string[] }).log.join('\n')).toMatch(
    /path: \{petId=7\}[^]*query string: \{a=b\}[^]*headers: \{Authorization=••••••\}[^]*status: 200$/,
  )
  const unknown = await rest(penstock, 'POST', '/api/v1/apis/zoo/test-invoke', { ...call, method: 'PUT' })
  expect(unknown.json).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' })
})
