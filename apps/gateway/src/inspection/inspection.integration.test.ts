import {
  type BundleIntegration,
  type Inspection,
  inspectionSchema,
  inspectPath,
  type InspectRequest,
} from '@penstock/bundle'
import { echoUpstream, httpUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { inspectionToken } from '../sync/control-plane.fixture.ts'
import { handBundle, httpProxy, packed, type TestGateway, testGateway } from '../testing.fixture.ts'

const bearer = { Authorization: `Bearer ${inspectionToken}` }

async function inspect(test: TestGateway, input: Partial<InspectRequest>): Promise<Inspection> {
  const { status, body } = await test.call('', {
    target: inspectPath,
    method: 'POST',
    headers: bearer,
    body: JSON.stringify({
      api: 'orders',
      stage: 'dev',
      method: 'GET',
      target: '/',
      headers: [],
      mode: 'explain',
      ...input,
    }),
  })
  expect(status, body).toBe(200)
  return inspectionSchema.parse(JSON.parse(body))
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const names = ({ phases }: Inspection) => phases.map(({ name, outcome }) => `${name} ${outcome}`)

const mapped: BundleIntegration = {
  kind: 'http',
  proxy: false,
  uri: 'http://127.0.0.1:1/orders/{id}',
  timeoutMs: 2_000,
  requestParameters: {
    'integration.request.querystring.who': 'method.request.header.X-Who',
    'integration.request.header.X-Missing': 'method.request.querystring.none',
  },
  requestTemplates: { 'application/json': `{"name":$input.json('$.name'),"by":"$context.httpMethod"}` },
  responses: [
    { pattern: '5\\d\\d', status: 502, templates: { 'application/json': '{"failed":true}' } },
    {
      pattern: null,
      status: 201,
      parameters: { 'method.response.header.X-Kind': 'integration.response.header.content-type' },
      templates: { 'application/json': `{"id":"$input.params('id')"}` },
    },
  ],
}

describe('explained', () => {
  test('a proxied request names the call that it would make, exactly as it is made when sent', async () => {
    const asked: SeenRequest[] = []
    await using upstream = await httpUpstream((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        const body = Buffer.concat(parts).toString()
        asked.push({
          method: request.method ?? '',
          target: request.url ?? '',
          headers: request.headers,
          body,
        })
        response.end('done')
      })
    })
    await using test = await testGateway()
    await test.deploy(
      handBundle(['ANY /{proxy+}'], [httpProxy(`${upstream.url}/base`, { appendPath: true })]),
    )
    const request = {
      method: 'POST',
      target: '/a/b?x=1',
      headers: [
        ['X-Own', 'v'],
        ['Content-Type', 'text/plain'],
      ] as [string, string][],
      body: base64('hello'),
    }
    const planned = await inspect(test, request)
    expect(asked).toEqual([])
    expect(planned).toMatchObject({ outcome: 'planned', answer: null, error: null, version: 1 })
    expect(names(planned)).toEqual(['address passed', 'route passed', 'integration request stopped'])

    const sent = await inspect(test, { ...request, mode: 'send' })
    const { call } = planned
    expect(call).toMatchObject({
      kind: 'http',
      method: 'POST',
      url: `${upstream.url}/base/a/b?x=1`,
      body: { text: 'hello', bytes: 5, whole: true },
    })
    const [seen] = asked
    expect([seen?.method, seen?.target, seen?.body]).toEqual(['POST', '/base/a/b?x=1', 'hello'])
    const told = call?.kind === 'http' ? call.headers : []
    for (const [name, value] of told.filter(([name]) => !/^x-request-id$/i.test(name)))
      expect(seen?.headers[name.toLowerCase()], name).toBe(value)
    expect(sent).toMatchObject({
      outcome: 'answered',
      answer: { status: 200, body: { text: 'done', whole: true } },
    })
    expect(names(sent)).toEqual([
      'address passed',
      'route passed',
      'integration request passed',
      'integration passed',
      'response passed',
    ])
    expect(sent.phases.at(3)).toMatchObject({
      in: { url: `${upstream.url}/base/a/b?x=1` },
      out: { status: 200, body: { text: 'done' } },
    })
  })

  test('a mapped request shows its parameters, its template with what that read, and the body it made', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['POST /orders/{id}'], [mapped]))
    const planned = await inspect(test, {
      method: 'POST',
      target: '/orders/7',
      headers: [['X-Who', 'ann']],
      body: base64('{"name":"tea"}'),
    })
    expect(planned.call).toMatchObject({
      url: 'http://127.0.0.1:1/orders/7?who=ann',
      body: { text: '{"name":"tea","by":"POST"}' },
    })
    expect(planned.routing?.winner).toMatchObject({ id: 'met_0', parameters: { id: '7' } })
    const phase = planned.phases.find(({ name }) => name === 'integration request')
    expect(phase?.notes).toEqual([
      {
        kind: 'parameter',
        from: 'method.request.header.X-Who',
        to: 'querystring',
        name: 'who',
        value: 'ann',
      },
      {
        kind: 'parameter',
        from: 'method.request.querystring.none',
        to: 'header',
        name: 'X-Missing',
        value: null,
      },
      expect.objectContaining({
        kind: 'template',
        type: 'application/json',
        output: expect.objectContaining({ text: '{"name":"tea","by":"POST"}' }),
        variables: [
          { name: "$input.json('$.name')", value: '"tea"' },
          { name: '$context.httpMethod', value: 'POST' },
        ],
      }),
    ])
  })

  test('a request to a function names the event and starts no process', async () => {
    await using test = await testGateway()
    const fn = {
      name: 'fn',
      code: 'exports.handler = async () => ({ statusCode: 200, body: "ran" })',
      handler: 'index.handler',
      timeoutMs: 3_000,
      memoryMb: 128,
      environment: {},
    }
    const integration: BundleIntegration = {
      kind: 'function',
      function: 'fn',
      proxy: true,
      payloadFormatVersion: '1.0',
      timeoutMs: 5_000,
      responses: [],
    }
    await test.deploy(handBundle(['GET /x'], [integration], { functions: [fn] }))
    const planned = await inspect(test, { target: '/x?q=1' })
    const event = planned.call?.kind === 'function' ? planned.call.event.text : ''
    expect(JSON.parse(event)).toMatchObject({ resource: '/x', queryStringParameters: { q: '1' } })
    expect([planned.answer, planned.integrationMs]).toEqual([null, null])
    const sent = await inspect(test, { target: '/x?q=1', mode: 'send' })
    expect(sent.answer).toMatchObject({ status: 200, body: { text: 'ran' } })
    expect(sent.phases.map(({ name }) => name)).toContain('integration response')
  })

  test('a function that streams is run when it is sent, and its answer shown once it has ended', async () => {
    await using test = await testGateway()
    const fn = {
      name: 'fn',
      code: `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
        awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { 'X-Own': 'v' } }).write('streamed ')
        setTimeout(() => stream.end('whole'), 10) })`,
      handler: 'index.handler',
      timeoutMs: 3_000,
      memoryMb: 128,
      environment: {},
    }
    const integration: BundleIntegration = {
      kind: 'function',
      function: 'fn',
      proxy: true,
      payloadFormatVersion: '1.0',
      timeoutMs: 5_000,
      streams: true,
      responses: [],
    }
    await test.deploy({ ...handBundle(['GET /x'], [integration], { functions: [fn] }), format: 8 })
    const planned = await inspect(test, { target: '/x' })
    expect([planned.outcome, planned.answer, planned.call?.kind]).toEqual(['planned', null, 'function'])
    const sent = await inspect(test, { target: '/x', mode: 'send' })
    expect(sent.answer).toMatchObject({ status: 202, body: { text: 'streamed whole', whole: true } })
    const response = sent.phases.find(({ name }) => name === 'integration response')
    expect(response?.out).toMatchObject({ status: 202 })
    expect(response?.out?.headers).toContainEqual(['X-Own', 'v'])
  })

  test('a request is no request: neither metrics nor the log hear of it, and both of one that is sent', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [{ kind: 'unsupported', reason: 'not here' }]))
    await inspect(test, { target: '/x' })
    const sent = await inspect(test, { target: '/x', mode: 'send' })
    const recorded = await test.controlPlane.recorded(1)
    expect(recorded.map(({ id }) => id)).toEqual([sent.requestId])
  })

  test('what no route answers says why each that came near does not, and the cause', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /orders/{id}', 'POST /orders/{id}/items'], [{ kind: 'example' }]))
    const missing = await inspect(test, { target: '/orders/5/lines' })
    expect(missing).toMatchObject({
      outcome: 'refused',
      error: { code: 'ROUTE_NOT_FOUND', phase: 'route' },
      answer: { status: 404 },
      routing: {
        winner: null,
        losers: [
          { reason: 'segment', id: 'met_1' },
          { reason: 'shorter', id: 'met_0' },
        ],
      },
    })
    expect(names(missing)).toEqual(['address passed', 'route failed', 'response passed'])
    const method = await inspect(test, { method: 'DELETE', target: '/orders/5' })
    expect(method.error?.code).toBe('METHOD_NOT_ALLOWED')
    expect(method.routing?.losers[0]).toMatchObject({ reason: 'method', method: 'GET' })
  })
})

test('a mapped answer tells which response was selected and what its mappings and template made of it', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  await test.deploy(handBundle(['POST /orders/{id}'], [{ ...mapped, uri: `${upstream.url}/{id}` }]))
  const sent = await inspect(test, { method: 'POST', target: '/orders/7', body: base64('{}'), mode: 'send' })
  expect(sent.answer).toMatchObject({ status: 201, body: { text: '{"id":"7"}' } })
  const phase = sent.phases.find(({ name }) => name === 'integration response')
  expect(phase?.notes).toMatchObject([
    { kind: 'selected', pattern: null, selector: '200', status: 201 },
    { kind: 'parameter', name: 'X-Kind', value: 'application/json' },
    { kind: 'template', output: { text: '{"id":"7"}' } },
  ])
})

test('credentials are sent and not shown, wherever they turn up', async () => {
  await using upstream = await echoUpstream()
  await using test = await testGateway()
  const basic = { 'integration.request.header.X-Copy': 'method.request.header.Authorization' }
  await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url, { requestParameters: basic })]))
  const headers: [string, string][] = [
    ['Authorization', 'Bearer s3cret-token'],
    ['Cookie', 'theme=dark; session=c00kie-value'],
    ['X-Bare', 's3cret-token c00kie-value'],
  ]
  const sent = await inspect(test, { target: '/x', headers, mode: 'send' })
  const seen = JSON.parse(sent.answer?.body?.text ?? '') as SeenRequest
  expect([seen.headers.authorization, seen.headers['x-copy']]).toEqual(Array(2).fill('Bearer s3cret-token'))
  expect(JSON.stringify({ ...sent, answer: null })).not.toMatch(/s3cret-token|c00kie-value/)
})

test('an answer that is larger than what is kept is cut, and says so', async () => {
  await using upstream = await httpUpstream((_, response) => response.end(Buffer.alloc(3 * 1024 * 1024, 'a')))
  await using test = await testGateway()
  await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
  const sent = await inspect(test, { target: '/x', mode: 'send' })
  expect(sent.answer?.body).toMatchObject({ whole: false })
  expect(sent.answer?.body?.text).toHaveLength(1024 * 1024)
})

test('whoever does not show the token of the control plane learns nothing, not even that it is there', async () => {
  await using test = await testGateway()
  await test.deploy(handBundle(['GET /x'], [{ kind: 'example' }]))
  const ask = async (headers: Record<string, string>) => {
    const answer = await test.call('', { target: inspectPath, method: 'POST', headers, body: '{}' })
    return [answer.status, JSON.parse(answer.body).code]
  }
  const others: Record<string, string>[] = [
    {},
    { Authorization: 'Bearer other' },
    { Authorization: 'Bearer ' },
  ]
  for (const headers of others) expect(await ask(headers)).toEqual([404, 'API_NOT_SERVED'])
  expect(await ask(bearer)).toEqual([400, 'REQUEST_MALFORMED'])
})

test('what HTTP could not carry does not come in by this door', async () => {
  await using test = await testGateway()
  await test.deploy(handBundle(['GET /x'], [{ kind: 'example' }]))
  const request = { api: 'orders', stage: 'dev', method: 'GET', target: '/x', headers: [], mode: 'send' }
  const wrong = [
    { headers: [['X-A', 'a\r\nX-B: b']] },
    { headers: [['X A', 'a']] },
    { target: '/x y' },
    { target: 'x' },
    { method: 'GET /' },
  ]
  for (const one of wrong) {
    const body = JSON.stringify({ ...request, ...one })
    const answer = await test.call('', { target: inspectPath, method: 'POST', headers: bearer, body })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([400, 'REQUEST_MALFORMED'])
  }
})

test('content that no stage serves is tried by its bundle, fetched once, with settings of its own; no client reaches it', async () => {
  await using test = await testGateway()
  const saying = (text: string) =>
    handBundle(
      ['GET /words'],
      [
        {
          kind: 'mock',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
          responses: [
            { pattern: null, status: 200, templates: { 'application/json': `${text} $stageVariables.word` } },
          ],
        },
      ],
    )
  await test.deploy(saying('served'), { settings: { variables: { word: 'here' } } })
  const { bytes, hash } = packed(saying('planned'))
  test.controlPlane.bundles.set(hash, bytes)
  const content = { bundle: hash, settings: { variables: { word: 'there' } } }
  const ask = { target: '/words', mode: 'send', headers: [['Accept', 'application/json']] } as const
  const asked = (more: Partial<InspectRequest>) =>
    inspect(test, {
      ...ask,
      headers: ask.headers.map(([name, value]): [string, string] => [name, value]),
      ...more,
    })
  const tried = await Promise.all([
    asked({ content }),
    asked({ content, stage: 'nowhere' }),
    asked({ content }),
  ])
  for (const { answer, bundle, version, deployment } of tried)
    expect({ text: answer?.body?.text, bundle, version, deployment }).toEqual({
      text: 'planned there',
      bundle: hash,
      version: null,
      deployment: null,
    })
  expect(test.controlPlane.fetched.get(hash)).toBe(2)
  expect((await asked({})).answer?.body?.text).toBe('served here')
  expect((await test.call('/words')).body).toBe('served here')
  expect((await test.call('', { target: '/orders/nowhere/words' })).status).toBe(404)
})

test('content that can not be fetched fails the one request, and is tried anew by the next', async () => {
  await using test = await testGateway()
  await test.deploy(handBundle([], []))
  const { bytes, hash } = packed(handBundle(['GET /a'], [httpProxy('http://127.0.0.1:1')]))
  const input = {
    api: 'orders',
    stage: 'dev',
    method: 'GET',
    target: '/a',
    headers: [],
    mode: 'explain',
    content: { bundle: hash, settings: { variables: {} } },
  } satisfies InspectRequest
  const body = JSON.stringify(input)
  const lost = await test.call('', { target: inspectPath, method: 'POST', headers: bearer, body })
  expect(lost.status).not.toBe(200)
  test.controlPlane.bundles.set(hash, bytes)
  expect(await inspect(test, input)).toMatchObject({ outcome: 'planned', bundle: hash })
})

describe('a method that is asked for by its id', () => {
  const respond = (uri: string, text: string): BundleIntegration => ({
    kind: 'http',
    proxy: false,
    uri,
    timeoutMs: 2_000,
    responses: [{ pattern: null, status: 200, templates: { 'application/json': text } }],
  })

  test('is run whatever the path: what the path has not is empty, and no other route takes the request', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    await test.deploy(
      handBundle(
        ['GET /pets/mine', 'GET /pets/{id}'],
        [respond(upstream.url, 'mine'), respond(upstream.url, "one:$input.params('id')")],
      ),
    )
    const natural = await inspect(test, { target: '/pets/7', mode: 'send' })
    const route = natural.routing?.winner?.id ?? ''
    for (const [target, id] of [
      ['/pets/7', '7'],
      ['/pets/mine', 'mine'],
      ['/elsewhere/deep/down', ''],
    ] as const) {
      const { answer, routing } = await inspect(test, { target, route, mode: 'send' })
      expect(answer?.body?.text, target).toBe(`one:${id}`)
      expect(routing, target).toMatchObject({ winner: { id: route, parameters: { id } }, losers: [] })
    }
    expect(await inspect(test, { target: '/pets/7', route: 'nobody' })).toMatchObject({
      outcome: 'refused',
      error: { code: 'ROUTE_NOT_FOUND' },
    })
  })

  test('shows the request as it came to it, without credentials', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /pets/{id}'], [mapped]))
    const { routing } = await inspect(test, { target: '/pets/7' })
    const { phases } = await inspect(test, {
      target: '/pets/7?key=sesame-open',
      route: routing?.winner?.id ?? '',
      headers: [['Authorization', 'Bearer sesame-open']],
    })
    const shown = phases.find(({ name }) => name === 'route')?.in
    expect(shown?.headers).toContainEqual(['Authorization', '••••••'])
    expect(JSON.stringify(phases)).not.toContain('sesame-open')
  })
})
