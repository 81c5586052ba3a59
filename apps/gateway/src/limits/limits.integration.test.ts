import net from 'node:net'
import type { Bundle, StageLimits } from '@penstock/bundle'
import { describe, expect, test } from 'vitest'
import { hangingUpstream, httpUpstream } from '@penstock/testkit/upstreams'
import { type CallOptions, handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'

const mapped = (uri: string) => ({ kind: 'http', proxy: false, uri, responses: [anyAnswer] }) as never
const anyAnswer = { pattern: null, status: 200 }
const mebibyte = 1024 * 1024
const stageOf = (limits: StageLimits = {}) => ({ settings: { variables: {}, limits } })
const rest = { compatibility: 'aws' } as const
const http = { compatibility: 'aws', type: 'HTTP' } as const

/** Routes `/passed`, whose bodies go on as they come, and `/held`, which sees them whole. */
async function deployed(
  test: TestGateway,
  uri: string,
  limits: StageLimits = {},
  api: Partial<Bundle['api']> = {},
) {
  const bundle = handBundle(['ANY /passed', 'ANY /held'], [httpProxy(uri), mapped(uri)], { api })
  await test.deploy(bundle, stageOf(limits))
}

/** Takes all of the body, and answers how many bytes there were. */
const counting = () =>
  httpUpstream((request, response) => {
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
    })
    request.on('end', () => response.end(String(size)))
  })

const post = (size: number): CallOptions => ({ method: 'POST', body: Buffer.alloc(size, 32) })

describe('heads', () => {
  const long = (size: number) => ({ headers: { Host: 'x', Cookie: 'c'.repeat(size) } })

  test("an API that keeps Amazon's behaviour takes 10,240 bytes of headers and of URL, and answers more in its words", async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    await deployed(test, upstream.url, {}, rest)
    expect((await test.call(`/passed?${'q'.repeat(7_000)}`, long(7_000))).status).toBe(200)
    const url = await test.call(`/passed?${'q'.repeat(10_240)}`)
    expect([url.status, url.body]).toEqual([414, '{"message":"Request URI too long"}'])
    const headers = await test.call('/passed', long(10_240))
    expect([headers.status, headers.body]).toEqual([
      431,
      '{"message":"HTTP header is larger than 10240 bytes."}',
    ])
    expect(headers.headers['x-amzn-errortype']).toBe('RequestTooLargeException')
    const [, ...refused] = await test.controlPlane.recorded(3)
    expect(refused.map(({ status, error }) => [status, error?.code, error?.phase])).toEqual([
      [414, 'URL_TOO_LONG', 'request'],
      [431, 'REQUEST_HEADERS_TOO_LARGE', 'request'],
    ])
  })

  test('every other API takes what the node does, unless its stage says less', async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    await deployed(test, upstream.url)
    expect((await test.call(`/passed?${'q'.repeat(12_000)}`)).status).toBe(200)
    expect((await test.call('/passed', long(12_000))).status).toBe(200)
    await deployed(test, upstream.url, { headerBytes: 300, urlBytes: 100 })
    const url = await test.call(`/passed?${'q'.repeat(100)}`)
    expect(url.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(url.body)).toMatchObject({ status: 414, code: 'URL_TOO_LONG' })
    expect(JSON.parse((await test.call('/passed', long(300))).body)).toMatchObject({
      status: 431,
      code: 'REQUEST_HEADERS_TOO_LARGE',
    })
    expect((await test.call('/passed', long(200))).status).toBe(200)
  })

  test('a stage may say more than Amazon takes, but never more than the node reads', async () => {
    await using upstream = await counting()
    await using test = await testGateway({ limits: { maxHeaderBytes: 15_000 } })
    await deployed(test, upstream.url, { headerBytes: 14_000, urlBytes: 14_000 }, rest)
    expect((await test.call('/passed', long(12_000))).status).toBe(200)
    expect((await test.call('/passed', long(15_000))).status).toBe(431)
    expect(test.controlPlane.acks.at(-1)).toMatchObject({ headBytes: 15_000 })
  })
})

describe('bodies of requests', () => {
  test.each([
    ['REST', rest, '{"message":"Request Too Long"}'],
    ['HTTP', http, '{"message":"Request Entity Too Large"}'],
  ])(
    'an Amazon %s API takes 10 MB, held or passed on, and answers more in its words',
    async (_, api, body) => {
      await using upstream = await counting()
      await using test = await testGateway()
      await deployed(test, upstream.url, {}, api)
      for (const path of ['/passed', '/held']) {
        expect(await test.call(path, post(10 * mebibyte))).toMatchObject({
          status: 200,
          body: String(10 * mebibyte),
        })
        expect(await test.call(path, post(10 * mebibyte + 1))).toMatchObject({ status: 413, body })
      }
    },
  )

  test("a stage of an API that keeps Amazon's behaviour may take and hold more than Amazon does", async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    const size = 12 * mebibyte
    const raised = { requestBodyBytes: size, responseBodyBytes: size }
    await deployed(test, upstream.url, raised, rest)
    for (const path of ['/passed', '/held']) {
      expect(await test.call(path, post(size))).toMatchObject({ status: 200, body: String(size) })
      expect((await test.call(path, post(size + 1))).status).toBe(413)
    }
    await using large = await httpUpstream((_, response) => response.end(Buffer.alloc(size, 'x')))
    await deployed(test, large.url, {}, rest)
    expect((await test.call('/held')).status).not.toBe(200)
    await deployed(test, large.url, raised, rest)
    const { status, body } = await test.call('/held')
    expect([status, body.length]).toEqual([200, size])
  })

  test('no limit is of bodies that pass where neither the mode nor the stage has one; those that are held have', async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    await deployed(test, upstream.url)
    const size = 33 * mebibyte
    expect(await test.call('/passed', post(size))).toMatchObject({ status: 200, body: String(size) })
    expect(JSON.parse((await test.call('/held', post(size))).body)).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    })
  })

  test('a body that does not say how long it is is cut off at the limit, and its call never looks whole', async () => {
    // Whether what began to arrive came to be whole. It may be cut before anything of it is sent.
    const begun: Promise<string>[] = []
    await using upstream = await httpUpstream((request, response) => {
      const { method } = request
      begun.push(
        new Promise((resolve) =>
          request.on('close', () => resolve(`${method} ${request.complete ? 'whole' : 'cut'}`)),
        ),
      )
      request.resume().on('end', () => response.end())
    })
    await using test = await testGateway()
    await deployed(test, upstream.url, { requestBodyBytes: 100_000 })
    const chunked = { ...post(200_000), headers: { 'Transfer-Encoding': 'chunked' } }
    const answer = await test.call('/passed', chunked)
    expect(JSON.parse(answer.body)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' })
    expect((await test.call('/passed', { ...post(10), method: 'PUT' })).status).toBe(200)
    const seen = await Promise.all(begun)
    expect(seen).toContain('PUT whole')
    expect(seen).not.toContain('POST whole')
  })

  test('a body without a length that stays below the limit arrives whole', async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    await deployed(test, upstream.url, { requestBodyBytes: 200_000 })
    const chunked = { ...post(200_000), headers: { 'Transfer-Encoding': 'chunked' } }
    expect(await test.call('/passed', chunked)).toMatchObject({ status: 200, body: '200000' })
  })

  test('a limit takes effect and ends without a deployment', async () => {
    await using upstream = await counting()
    await using test = await testGateway()
    await deployed(test, upstream.url, { requestBodyBytes: 10 })
    expect((await test.call('/passed', post(11))).status).toBe(413)
    await deployed(test, upstream.url)
    expect((await test.call('/passed', post(11))).status).toBe(200)
  })
})

test('an answer is held up to the limit of the stage, and passed on whatever its size', async () => {
  await using upstream = await httpUpstream((_, response) => response.end(Buffer.alloc(1000, 'x')))
  await using test = await testGateway()
  await deployed(test, upstream.url, { responseBodyBytes: 999 })
  expect((await test.call('/passed')).status).toBe(200)
  expect(JSON.parse((await test.call('/held')).body)).toMatchObject({ code: 'UPSTREAM_TOO_LARGE' })
  await deployed(test, upstream.url, { responseBodyBytes: 1000 })
  expect((await test.call('/held')).status).toBe(200)
})

describe('timeouts', () => {
  test('an integration that says nothing waits as long as the stage says, one that does as long as it says', async () => {
    await using upstream = await hangingUpstream()
    await using test = await testGateway()
    const integrations = [mapped(upstream.url), httpProxy(upstream.url, { timeoutMs: 120 })]
    await test.deploy(handBundle(['GET /usual', 'GET /own'], integrations), stageOf({ timeoutMs: 60 }))
    expect(JSON.parse((await test.call('/usual')).body)).toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
      title: expect.stringContaining('60 ms'),
    })
    expect((await test.call('/own')).body).toContain('120 ms')
  })

  test.each([
    ['REST', rest, 504, '{"message": "Endpoint request timed out"}'],
    ['HTTP', http, 503, '{"message":"Service Unavailable"}'],
  ])("an Amazon %s API answers a timeout in Amazon's words", async (_, api, status, body) => {
    await using upstream = await hangingUpstream()
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /slow'], [mapped(upstream.url)], { api }), stageOf({ timeoutMs: 60 }))
    expect(await test.call('/slow')).toMatchObject({ status, body })
  })
})

test('a client whose body trickles in is cut with 408 once the whole request took too long', async () => {
  await using upstream = await counting()
  await using test = await testGateway({ limits: { requestTimeoutMs: 300 } })
  await deployed(test, upstream.url)
  const client = net.connect(Number(new URL(test.gateway.url).port), '127.0.0.1')
  client.write('POST /orders/dev/held HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n')
  // A byte at a time, each as soon as the last is on its way: never silent, and never done.
  const trickle = () => client.writable && client.write('x', () => setImmediate(trickle))
  trickle()
  let answer = ''
  client.on('error', () => undefined)
  for await (const part of client.setEncoding('utf8')) answer += String(part)
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*REQUEST_TOO_SLOW/s)
})
