import {
  diagnosePath,
  type DiagnoseRequest,
  type Diagnosis,
  diagnosisSchema,
  type RequestRecord,
} from '@penstock/bundle'
import {
  babblingUpstream,
  closedPort,
  cutUpstream,
  droppingUpstream,
  hangingUpstream,
  httpUpstream,
  lyingUpstream,
  rawUpstream,
  tlsUpstream,
  type Upstream,
} from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { inspectionToken } from '../sync/control-plane.fixture.ts'
import { type CallOptions, handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'

const bearer = { Authorization: `Bearer ${inspectionToken}` }

function ask(test: TestGateway, input: Partial<DiagnoseRequest>, headers: Record<string, string> = bearer) {
  const body = JSON.stringify({ id: '', repeat: false, ...input })
  return test.call('', { target: diagnosePath, method: 'POST', headers, body })
}

async function diagnose(test: TestGateway, input: Partial<DiagnoseRequest>): Promise<Diagnosis> {
  const { status, body } = await ask(test, input)
  expect(status, body).toBe(200)
  return diagnosisSchema.parse(JSON.parse(body))
}

/** A gateway on our own codec that proxies to a backend, and what it records of one call. */
async function failing(test: TestGateway, url: string, call: CallOptions = {}): Promise<RequestRecord> {
  await test.deploy(handBundle(['ANY /x'], [httpProxy(url, { timeoutMs: 500 })]))
  const answered = await test.call('/x?key=topsecret', call).catch(() => null)
  const [record] = await test.controlPlane.recorded(1)
  if (answered !== null) expect(record?.id).toBe(answered.headers['x-request-id'])
  return record!
}

const own = { http: 'own' } as const
const local = { url: (upstream: Upstream) => `${upstream.url}/base` }
const gone = async () => {
  const port = await closedPort()
  return { url: `http://127.0.0.1:${port}`, port, [Symbol.asyncDispose]: () => Promise.resolve() }
}
const resetting = () => rawUpstream((socket) => socket.resetAndDestroy())
const badHead = () => rawUpstream((socket) => socket.end('HTTP/1.1 200 OK\r\nBad Name: 1\r\n\r\nhello'))
const badChunks = () =>
  rawUpstream((socket) =>
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnonsense\r\n'),
  )
const cutLength = () => lyingUpstream(100, 5)

describe('a call that fails says what happened, and the same call made directly says it too', () => {
  test.each([
    ['refused', gone, 'UPSTREAM_REFUSED', 'connecting', 'ECONNREFUSED', 0, 'UPSTREAM_REFUSED'],
    [
      'closed without a byte',
      droppingUpstream,
      'UPSTREAM_RESET',
      'waiting',
      'WIRE_CLOSED',
      0,
      'UPSTREAM_RESET',
    ],
    ['reset without a byte', resetting, 'UPSTREAM_RESET', 'waiting', 'ECONNRESET', 0, 'UPSTREAM_RESET'],
    ['silent', hangingUpstream, 'UPSTREAM_TIMEOUT', 'waiting', 'TIMEOUT', 0, 'UPSTREAM_TIMEOUT'],
    [
      'cut in its length',
      cutLength,
      'UPSTREAM_CLOSED_EARLY',
      'answering',
      'WIRE_CLOSED',
      71,
      'UPSTREAM_CLOSED_EARLY',
    ],
    [
      'cut in its chunks',
      cutUpstream,
      'UPSTREAM_CLOSED_EARLY',
      'answering',
      'WIRE_CLOSED',
      57,
      'UPSTREAM_CLOSED_EARLY',
    ],
    ['no HTTP', babblingUpstream, 'UPSTREAM_NOT_HTTP', 'waiting', 'WIRE_NOT_HTTP', 24, 'UPSTREAM_NOT_HTTP'],
    [
      'of a malformed head',
      badHead,
      'UPSTREAM_NOT_HTTP',
      'waiting',
      'WIRE_NOT_HTTP',
      37,
      'UPSTREAM_NOT_HTTP',
    ],
    [
      'of malformed chunks',
      badChunks,
      'UPSTREAM_NOT_HTTP',
      'answering',
      'WIRE_NOT_HTTP',
      67,
      'UPSTREAM_NOT_HTTP',
    ],
  ])('%s', async (_, open, code, step, event, bytes, direct) => {
    await using upstream = await open()
    await using test = await testGateway(own)
    const record = await failing(test, local.url(upstream))
    expect(record.error).toMatchObject({ code, phase: 'integration' })
    expect(record.call).toMatchObject({
      method: 'GET',
      url: `${upstream.url}/base?key=••••••`,
      bodyBytes: 0,
      timeoutMs: 500,
      attempts: code === 'UPSTREAM_RESET' ? 2 : 1,
      connection: 'new',
      step,
      event,
      received: { bytes },
    })
    if (step !== 'connecting' && event !== 'ECONNRESET')
      expect(record.call?.address).toBe(`127.0.0.1:${upstream.port}`)
    expect(record.call?.afterMs).toBeGreaterThanOrEqual(event === 'TIMEOUT' ? 490 : 0)
    expect(record.integrationAtMs).toBeGreaterThan(0)
    if (step !== 'answering') expect(record.call?.afterMs).toBe(record.integrationMs)
    const diagnosis = await diagnose(test, { id: record.id })
    expect(diagnosis).toMatchObject({
      error: { code },
      direct: { error: { code: direct } },
      notRepeated: null,
    })
    expect(diagnosis.direct?.raw?.bytes ?? 0).toBe(bytes)
    expect(diagnosis.direct?.firstByteMs === null).toBe(bytes === 0)
    expect(diagnosis.meaning).toMatch(/^The backend fails without the gateway in the same way/)
  })

  test('a certificate that nobody trusts', async () => {
    await using upstream = await tlsUpstream((_, response) => response.end())
    await using test = await testGateway(own)
    const record = await failing(test, upstream.url)
    expect(record.call).toMatchObject({ step: 'connecting', event: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(await diagnose(test, { id: record.id })).toMatchObject({
      direct: { error: { code: 'UPSTREAM_TLS_FAILED', event: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, status: null },
    })
  })

  test('a name that nobody knows', async () => {
    await using test = await testGateway(own)
    const record = await failing(test, 'http://nobody.invalid')
    expect(record.call).toMatchObject({ step: 'connecting', address: null })
    expect(record.call?.event).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
    const { direct } = await diagnose(test, { id: record.id })
    expect(direct).toMatchObject({ error: { code: 'UPSTREAM_NAME_UNKNOWN' }, connectedMs: null })
  })
})

test('a connection that was kept too long is told apart: the direct call is answered', async () => {
  let requests = 0
  await using upstream = await rawUpstream((socket, count) => {
    requests = count
    if (count === 2) return void socket.destroy()
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi')
  })
  await using test = await testGateway(own)
  await test.deploy(handBundle(['POST /x'], [httpProxy(upstream.url)]))
  await test.call('/x', { method: 'POST' })
  expect((await test.call('/x', { method: 'POST' })).status).toBe(502)
  const [, record] = await test.controlPlane.recorded(2)
  expect(record?.call).toMatchObject({ connection: 'reused', attempts: 1, event: 'WIRE_CLOSED' })
  const refused = await diagnose(test, { id: record!.id })
  expect(refused).toMatchObject({ direct: null, notRepeated: 'unsafe' })
  expect(requests).toBe(2)
  const diagnosis = await diagnose(test, { id: record!.id, repeat: true })
  expect(diagnosis.direct).toMatchObject({
    error: null,
    status: 200,
    body: { text: 'hi', whole: true },
    raw: null,
    address: `127.0.0.1:${upstream.port}`,
    connectedMs: expect.any(Number),
    firstByteMs: expect.any(Number),
  })
  expect(diagnosis.meaning).toContain('the backend closes idle connections sooner than it says')
})

test('an answer that a mapping can make nothing of is shown with its status, and its content is not recorded', async () => {
  await using upstream = await httpUpstream((_, response) => response.end('{"password":"hunter2"'))
  await using test = await testGateway(own)
  await test.deploy(
    handBundle(
      ['GET /x'],
      [
        {
          kind: 'http',
          proxy: false,
          uri: upstream.url,
          timeoutMs: 500,
          responses: [{ pattern: '5..', status: 502 }],
        },
      ],
    ),
  )
  await test.call('/x')
  const [record] = await test.controlPlane.recorded(1)
  expect(record?.error).toMatchObject({ code: 'RESPONSE_UNMAPPED', phase: 'integration response' })
  expect(record?.call).toMatchObject({
    step: 'answered',
    event: null,
    answer: { status: 200 },
    received: { bytes: 21, start: { text: '{"********":"*******"' } },
  })
  const diagnosis = await diagnose(test, { id: record!.id })
  expect(diagnosis.recorded.received.start?.text).toBe('{"password":"hunter2"')
  expect(diagnosis.meaning).toContain('look at the mapping of the response')
})

test('no secret of a request is in its record, nor in what its diagnosis shows, also where the backend repeats it', async () => {
  await using upstream = await rawUpstream((socket) =>
    socket.end(
      'HTTP/1.1 200 OK\r\nSet-Cookie: session=backendsecret\r\nX-Echo: clientsecret topsecret\r\nContent-Length: 99\r\n\r\nclientsecret bodysecret',
    ),
  )
  await using test = await testGateway(own)
  const record = await failing(test, upstream.url, {
    headers: {
      Authorization: 'Bearer clientsecret',
      'X-Own-Key': 'clientsecret',
      Cookie: 'a=cookiesecret',
      Accept: 'text/plain',
    },
  })
  expect(JSON.stringify(record)).not.toContain('secret')
  expect(record.call?.headers).toEqual(
    expect.arrayContaining([
      ['Accept', 'text/plain'],
      ['Authorization', '••••••'],
      ['X-Own-Key', '••••••'],
    ]),
  )
  expect(record.call?.received.start?.text).toBe(
    'HTTP/1.1 200 OK\r\nSet-Cookie: *******=*************\r\nX-Echo: ************ *********\r\nContent-Length: 99\r\n\r\n************ **********',
  )
  const diagnosis = await diagnose(test, { id: record.id })
  expect(JSON.stringify(diagnosis)).not.toMatch(/clientsecret|cookiesecret|topsecret/)
  expect(diagnosis.direct?.raw?.text).toContain('bodysecret')
})

test('a stage variable that is part of the path is not recorded', async () => {
  await using upstream = await droppingUpstream()
  await using test = await testGateway(own)
  await test.deploy(handBundle(['GET /x'], [httpProxy(`${upstream.url}/hooks/\${stageVariables.hook}`)]), {
    settings: { variables: { hook: 'T0/B0/hunter2' } },
  })
  await test.call('/x')
  const [record] = await test.controlPlane.recorded(1)
  expect(record?.call?.url).toBe(`${upstream.url}/hooks/••••••`)
})

test('a body that was read is sent again; one that streamed by is asked for', async () => {
  const bodies: string[] = []
  await using upstream = await httpUpstream((request, response) => {
    let text = ''
    request.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    request.on('end', () => {
      bodies.push(text)
      response.destroy()
    })
  })
  await using test = await testGateway(own)
  await test.deploy(handBundle(['POST /x'], [httpProxy(upstream.url)]))
  const small = await test.call('/x', { method: 'POST', body: 'small' })
  const large = await test.call('/x', { method: 'POST', body: 'l'.repeat(500_000) })
  const idOf = ({ headers }: typeof small) => String(headers['x-request-id'])
  await diagnose(test, { id: idOf(small), repeat: true })
  expect(await diagnose(test, { id: idOf(large), repeat: true })).toMatchObject({
    recorded: { bodyBytes: null },
    direct: null,
    notRepeated: 'body',
  })
  const body = Buffer.from('instead').toString('base64')
  await diagnose(test, { id: idOf(large), repeat: true, body })
  expect(bodies.map((one) => one.slice(0, 10))).toEqual(['small', 'llllllllll', 'small', 'instead'])
})

test('what is not kept is told so, and nobody without the token can ask', async () => {
  await using test = await testGateway(own)
  await test.deploy(handBundle(['GET /x'], [httpProxy('http://127.0.0.1:1')]))
  const unknown = await ask(test, { id: 'nobody' })
  expect([unknown.status, JSON.parse(unknown.body).code]).toEqual([404, 'CALL_NOT_KEPT'])
  const stranger = await ask(test, { id: 'nobody' }, { Authorization: 'Bearer guess' })
  expect([stranger.status, JSON.parse(stranger.body).code]).toEqual([404, 'API_NOT_SERVED'])
})

test('a request that goes well records when its integration was called, and no call', async () => {
  await using upstream = await httpUpstream((_, response) => response.end('ok'))
  await using test = await testGateway(own)
  const record = await failing(test, upstream.url)
  expect(record).toMatchObject({ status: 200, integrationAtMs: expect.any(Number) })
  expect(record.integrationAtMs! + record.integrationMs!).toBeLessThanOrEqual(record.durationMs + 0.02)
  expect(record.call).toBeUndefined()
})

test('clients of a native API are told the phase, and neither address nor cause', async () => {
  await using test = await testGateway(own)
  await test.deploy(handBundle(['GET /x'], [httpProxy(`http://127.0.0.1:${await closedPort()}`)]))
  const { status, body } = await test.call('/x')
  expect([status, JSON.parse(body).phase]).toEqual([502, 'integration'])
  expect(body).not.toContain('127.0.0.1')
})

test('an answer that begins in time and does not end is shown as far as it came', async () => {
  await using upstream = await rawUpstream((socket, count) => {
    if (count === 1) return void socket.destroy()
    socket.write(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1024 * 1024 + 1)}`)
  })
  await using test = await testGateway(own)
  await test.deploy(handBundle(['POST /x'], [httpProxy(upstream.url)]))
  await test.call('/x', { method: 'POST' })
  const [record] = await test.controlPlane.recorded(1)
  const { direct } = await diagnose(test, { id: record!.id, repeat: true })
  expect(direct).toMatchObject({ error: null, status: 200, body: { whole: false }, raw: null })
})

test('what can not be written as a request is neither kept nor sent by other means, and its query is not recorded', async () => {
  const asked: string[] = []
  await using upstream = await httpUpstream((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await using test = await testGateway(own)
  const requestParameters = { 'integration.request.header.Upgrade': "'h2c'" }
  await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url, { requestParameters })]))
  expect((await test.call('/x?key=topsecret')).status).toBe(500)
  const [record] = await test.controlPlane.recorded(1)
  expect(record?.error?.code).toBe('MAPPING_FAILED')
  expect(record?.call).toBeUndefined()
  expect(JSON.stringify(record)).not.toContain('topsecret')
  expect((await ask(test, { id: record!.id })).status).toBe(404)
  expect(asked).toEqual([])
})
