import type { Bundle, BundleRoute, BundleValidation } from '@penstock/bundle'
import { echoUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { handBundle, httpProxy, testGateway } from '../testing.fixture.ts'

const validation: BundleValidation = {
  parameters: [{ in: 'query', name: 'limit', required: true, schema: 'limit' }],
  body: { required: true, types: { 'application/json': 'pet' } },
}
const schemas: NonNullable<Bundle['schemas']> = {
  limit: { type: 'integer' },
  pet: { type: 'object', required: ['name'], properties: { owner: { $ref: 'owner' } } },
  owner: { type: 'object', properties: { age: { type: 'integer' } } },
}

function petBundle(
  upstream: string,
  rest: Parameters<typeof handBundle>[2] = {},
  more: Partial<BundleRoute> = {},
) {
  const route = {
    id: 'met_1',
    resource: 'res_1',
    method: 'POST',
    path: '/pets',
    integration: 0,
    validation,
    ...more,
  }
  return handBundle([route], [httpProxy(`${upstream}/pets`)], { format: 3, schemas, ...rest })
}

const json = { 'Content-Type': 'application/json' }

test('a request that is as described goes on with its body as it came', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  await test.deploy(petBundle(upstream.url))
  const body = '{ "name": "Tom",  "owner": {"age": 7} }'
  const answer = await test.call('/pets?limit=5', { method: 'POST', headers: json, body })
  expect(answer.status).toBe(200)
  const seen = JSON.parse(answer.body) as SeenRequest
  expect(seen).toMatchObject({ body, target: '/pets?limit=5' })
  expect(seen.headers['content-length']).toBe(String(body.length))
})

test('one that is not never gets there; native answers list every place as a problem (RFC 9457)', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  await test.deploy(petBundle(upstream.url))
  const answer = await test.call('/pets?limit=x', {
    method: 'POST',
    headers: json,
    body: '{"owner": {"age": "7"}}',
  })
  expect(answer.status).toBe(400)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(JSON.parse(answer.body)).toMatchObject({
    code: 'REQUEST_INVALID',
    fault: 'client',
    phase: 'request',
    errors: [
      { in: 'query', parameter: 'limit', pointer: '#', detail: 'must be integer' },
      { in: 'body', pointer: '#/name', detail: 'is required' },
      { in: 'body', pointer: '#/owner/age', detail: 'must be integer' },
    ],
  })
})

test("Amazon's order and words, which the API's own gateway responses change", async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  const template =
    '{"why": "$util.escapeJavaScript($context.error.validationErrorString)", "type": "$context.error.responseType"}'
  const bundle = petBundle(upstream.url, {
    api: { compatibility: 'aws' },
    gatewayResponses: {
      BAD_REQUEST_BODY: {
        status: 422,
        parameters: { 'gatewayresponse.header.X-Limit': 'method.request.querystring.limit' },
        templates: { 'application/json': template },
      },
    },
  })
  await test.deploy(bundle)
  const wrong = { method: 'POST', headers: json, body: '{}' }
  const parameters = await test.call('/pets', wrong)
  expect([parameters.status, parameters.body]).toEqual([
    400,
    '{"message": "Missing required request parameters: [limit]"}',
  ])
  expect(parameters.headers['x-amzn-errortype']).toBe('BadRequestException')
  const body = await test.call('/pets?limit=no-number', wrong)
  expect(body.status).toBe(422)
  expect(body.headers['x-limit']).toBe('no-number')
  expect(JSON.parse(body.body)).toEqual({
    why: '[object has missing required properties (["name"])]',
    type: 'BAD_REQUEST_BODY',
  })
})

test('a route that is closed stays closed, whatever is sent', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  await test.deploy(
    petBundle(upstream.url, {}, { refused: { responseType: 'ACCESS_DENIED', reason: 'closed' } }),
  )
  expect((await test.call('/pets', { method: 'POST' })).status).toBe(403)
})

test('a body beyond the limit is refused before anything reads it', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  await test.deploy(petBundle(upstream.url))
  const body = Buffer.alloc(33 * 1024 * 1024, 32)
  expect((await test.call('/pets?limit=1', { method: 'POST', headers: json, body })).status).toBe(413)
})
