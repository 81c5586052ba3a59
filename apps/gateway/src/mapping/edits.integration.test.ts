import { echoUpstream, httpUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { type CallOptions, handBundle, httpProxy, testGateway } from '../testing.fixture.ts'

const http = { api: { type: 'HTTP', compatibility: 'aws' } } as const

/** What an HTTP service sees of a request that is mapped so. */
async function seen(requestParameters: Record<string, string>, path: string, call: CallOptions = {}) {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  const integration = httpProxy(`${upstream.url}/base`, { requestParameters })
  await test.deploy(handBundle(['ANY /pets/{id}'], [integration], http), {
    settings: { variables: { v: 'sv' } },
  })
  const answer = await test.call(path, call)
  expect(answer.status).toBe(200)
  return JSON.parse(answer.body) as SeenRequest
}

test('headers are appended, overwritten and removed, in the order of the mappings', async () => {
  const { headers } = await seen(
    {
      'append:header.x-tag': '$request.header.x-tag',
      'overwrite:header.x-who': 'id ${request.path.id} at ${stageVariables.v}',
      'remove:header.x-gone': "''",
      'append:header.x-none': '$request.header.x-missing',
    },
    '/pets/7',
    { headers: { 'X-Tag': 'a', 'X-Who': 'me', 'X-Gone': 'x' } },
  )
  expect(headers).toMatchObject({ 'x-tag': 'a, a', 'x-who': 'id 7 at sv' })
  expect(headers).not.toHaveProperty('x-gone')
  expect(headers).not.toHaveProperty('x-none')
})

test('query parameters are changed, and the others pass byte for byte', async () => {
  const { target } = await seen(
    {
      'append:querystring.q': 'b c',
      'overwrite:querystring.w': '$request.querystring.q',
      'remove:querystring.gone': "''",
    },
    '/pets/7?q=%c3%a9&w=1&gone=1&keep=%7e',
  )
  expect(target).toBe('/base?q=%c3%a9&keep=%7e&q=b%20c&w=%C3%A9')
})

test('the path is replaced whole, and what would end it is encoded', async () => {
  expect((await seen({ 'overwrite:path': '/own/$request.path' }, '/pets/7')).target).toBe(
    '/own/$request.path',
  )
  expect((await seen({ 'overwrite:path': '/v2${request.path}' }, '/pets/7?a=1')).target).toBe(
    '/v2/pets/7?a=1',
  )
  const body = { method: 'POST', body: '{"to": "a b?c#d"}' }
  const sent = await seen({ 'overwrite:path': '$request.body.to' }, '/pets/7', body)
  expect(sent).toMatchObject({ target: '/a%20b%3Fc%23d', body: body.body })
})

test.each([
  [{ 'overwrite:path': '$request.body.to' }, 400],
  [{ 'overwrite:header.Authorization': 'x' }, 500],
  [{ 'append:header.X-Amzn-Own': 'x' }, 500],
  [{ 'append:path': 'x' }, 500],
  [{ 'append:header.x': '$request.unknown' }, 500],
  [{ 'overwrite:header.x': '$request.body.newline' }, 500],
])('%j is refused with %i, and nothing is sent', async (requestParameters, status) => {
  let calls = 0
  await using upstream = await httpUpstream((_, response) => {
    calls++
    response.end()
  })
  await using test = await testGateway()
  await test.deploy(handBundle(['POST /pets'], [httpProxy(upstream.url, { requestParameters })], http))
  const body = '{"to": "/a/../../admin", "newline": "a\\nb"}'
  const answer = await test.call('/pets', { method: 'POST', body })
  expect([answer.status, calls]).toEqual([status, 0])
})

test('answers are changed by their status: headers, body values, and the status itself', async () => {
  await using upstream = await httpUpstream((request, response) => {
    response.writeHead(request.url === '/404' ? 404 : 200, { 'X-Up': 'u', 'X-Gone': 'g' })
    response.end('{"error": {"code": 7}}')
  })
  await using test = await testGateway()
  const responseParameters = {
    '404': {
      'overwrite:statuscode': '410',
      'append:header.x-code': 'code ${response.body.error.code} of ${context.stage}',
      'overwrite:header.x-up': '$response.header.x-gone',
      'remove:header.x-gone': "''",
    },
  }
  await test.deploy(
    handBundle(['GET /{proxy+}'], [httpProxy(`${upstream.url}/{proxy}`, { responseParameters })], {
      format: 3,
      ...http,
    }),
  )
  const gone = await test.call('/404')
  expect([gone.status, gone.body]).toEqual([410, '{"error": {"code": 7}}'])
  expect(gone.headers).toMatchObject({ 'x-code': 'code 7 of dev', 'x-up': 'g' })
  expect(gone.headers).not.toHaveProperty('x-gone')
  expect((await test.call('/200')).headers).toMatchObject({ 'x-up': 'u', 'x-gone': 'g' })
})
