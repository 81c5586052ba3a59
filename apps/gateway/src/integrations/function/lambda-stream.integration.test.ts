import type http from 'node:http'
import { EventStreamCodec } from '@smithy/core/event-streams'
import type { Bundle, BundleIntegration } from '@penstock/bundle'
import { describe, expect, test } from 'vitest'
import { fakeService, type ServiceAnswer, type ServiceCall } from '../../aws/service.fixture.ts'
import { openCall } from '../../open-call.fixture.ts'
import { handBundle, type TestGateway, testGateway } from '../../testing.fixture.ts'
import { httpCores, type HttpCoreName } from '../../wire/http-core.ts'

type FunctionIntegration = Extract<BundleIntegration, { kind: 'function' }>

const streaming: FunctionIntegration = {
  kind: 'function',
  function: 'hello',
  arn: 'arn:aws:lambda:us-east-2:123456789012:function:hello:live',
  proxy: true,
  payloadFormatVersion: '1.0',
  timeoutMs: 5_000,
  streams: true,
  responses: [],
}

function bundle(more: Partial<FunctionIntegration> = {}, api: Partial<Bundle['api']> = {}): Bundle {
  return { ...handBundle(['ANY /{proxy+}'], [{ ...streaming, ...more }], { api }), format: 8 }
}

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
  (text) => Buffer.from(text, 'utf8'),
)

function message(headers: Record<string, string>, payload: string | Buffer): Buffer {
  const typed = Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }] as const)
  return Buffer.from(codec.encode({ headers: Object.fromEntries(typed), body: Buffer.from(payload) }))
}

const chunk = (payload: string | Buffer) =>
  message(
    { ':message-type': 'event', ':event-type': 'PayloadChunk', ':content-type': 'application/octet-stream' },
    payload,
  )
const complete = (ended: object = {}) =>
  message(
    { ':message-type': 'event', ':event-type': 'InvokeComplete', ':content-type': 'application/json' },
    JSON.stringify(ended),
  )
const head = (fields: object = {}) =>
  chunk(`${JSON.stringify({ statusCode: 200, ...fields })}${'\0'.repeat(8)}`)

const eventStream = { 'Content-Type': 'application/vnd.amazon.eventstream' }

interface Lambda extends AsyncDisposable {
  readonly test: TestGateway
  readonly calls: ServiceCall[]
  /** The answer to a call, once there is one. */
  readonly answering: Promise<http.ServerResponse>
}

/** A gateway beside a Lambda API that answers as the test says. */
async function withLambda(answer: ServiceAnswer | Buffer[] | null, core?: HttpCoreName): Promise<Lambda> {
  let begin = (_: http.ServerResponse) => {}
  const answering = new Promise<http.ServerResponse>((resolve) => (begin = resolve))
  const service = await fakeService(() => {
    if (answer !== null && !Array.isArray(answer)) return answer
    return (response) => {
      response.writeHead(200, eventStream)
      if (answer === null) begin(response)
      else response.end(Buffer.concat(answer))
    }
  })
  const test = await testGateway({ aws: service.settings, ...(core === undefined ? {} : { http: core }) })
  return {
    test,
    calls: service.calls,
    answering,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]()
      await service[Symbol.asyncDispose]()
    },
  }
}

const call = ({ test }: Lambda) => openCall(`${test.gateway.url}/orders/dev/pets?x=1`)
const cut = /aborted|ECONNRESET/

describe.each(Object.keys(httpCores) as HttpCoreName[])('behind the %s core', (core) => {
  test('the answer of Lambda is sent on as it comes, by the operation that streams, signed', async () => {
    await using lambda = await withLambda(null, core)
    await lambda.test.deploy(bundle())
    const answered = call(lambda)
    const response = await lambda.answering
    response.write(head({ statusCode: 201, headers: { 'X-Own': 'v' }, cookies: ['a=1'] }))
    const answer = await answered
    expect([answer.status, answer.headers['x-own'], answer.headers['set-cookie']]).toEqual([
      201,
      'v',
      ['a=1'],
    ])
    response.write(chunk('first;'))
    expect(await answer.text(6)).toBe('first;')
    response.end(Buffer.concat([chunk('last'), complete()]))
    expect(String(await answer.rest())).toBe('last')
    expect(lambda.calls[0]).toMatchObject({
      method: 'POST',
      target: '/2021-11-15/functions/hello/response-streaming-invocations?Qualifier=live',
      signature: '',
      scope: 'us-east-2/lambda',
    })
    expect(JSON.parse(lambda.calls[0]?.body ?? '')).toMatchObject({ queryStringParameters: { x: '1' } })
    const [record] = await lambda.test.controlPlane.recorded(1)
    expect([record?.status, record?.error ?? null]).toEqual([201, null])
  })

  test('messages and head come as they are, wherever the network cuts them', async () => {
    await using lambda = await withLambda(null, core)
    await lambda.test.deploy(bundle())
    const answered = call(lambda)
    const response = await lambda.answering
    const [start, end] = [Buffer.from('{"statusCode": 418}\0\0\0'), Buffer.from('\0\0\0\0\0\0\0body')]
    const stream = Buffer.concat([chunk(start), chunk(''), chunk(end), complete()])
    for (const byte of stream) {
      await new Promise((resolve) => response.write(Buffer.of(byte), resolve))
    }
    response.end()
    const answer = await answered
    // Two of the NULs are the body's.
    expect([answer.status, String(await answer.rest())]).toEqual([418, '\0\0body'])
  })

  test('Lambda is held up by a caller that does not read', async () => {
    await using lambda = await withLambda(null, core)
    await lambda.test.deploy(bundle())
    const answered = call(lambda)
    const response = await lambda.answering
    response.write(head())
    const answer = await answered
    const part = chunk(Buffer.alloc(1024 * 1024, 'x'))
    let parts = 0
    // As much as the sockets between hold: then nobody takes more of it.
    while (parts < 64 && (await isTaken(response, part))) parts += 1
    expect(parts).toBeLessThan(32)
    response.end(complete())
    expect((await answer.rest()).length).toBe((parts + 1) * 1024 * 1024)
  })

  test('what Lambda says of a failure after the head cuts the answer, and is explained', async () => {
    await using lambda = await withLambda(null, core)
    await lambda.test.deploy(bundle())
    const answered = call(lambda)
    const response = await lambda.answering
    response.write(Buffer.concat([head(), chunk('some')]))
    const answer = await answered
    expect(await answer.text(4)).toBe('some')
    const details = JSON.stringify({ errorType: 'TypeError', errorMessage: 'no more of it' })
    response.end(complete({ ErrorCode: 'Unhandled', ErrorDetails: details }))
    await expect(answer.rest()).rejects.toThrow(cut)
    const [record] = await lambda.test.controlPlane.recorded(1)
    expect(record).toMatchObject({ status: 200, error: { code: 'FUNCTION_FAILED' } })
    expect(record?.error?.cause).toMatch(/TypeError: no more of it; 4 bytes/)
  })

  test('the call of Lambda ends when the caller goes', async () => {
    await using lambda = await withLambda(null, core)
    await lambda.test.deploy(bundle())
    const answered = call(lambda)
    const response = await lambda.answering
    const closed = new Promise((resolve) => response.on('close', resolve))
    response.write(Buffer.concat([head(), chunk('some')]))
    const answer = await answered
    answer.leave()
    await closed
    const [record] = await lambda.test.controlPlane.recorded(1)
    expect(record?.error?.code).toBe('CLIENT_GONE')
  })
})

/** Whether a part is taken within half a second; a connection that is held up takes it when it goes on. */
function isTaken(response: http.ServerResponse, part: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const held = setTimeout(resolve, 500, false)
    response.write(part, () => {
      clearTimeout(held)
      resolve(true)
    })
  })
}

async function answerOf(answer: ServiceAnswer | Buffer[], deployed = bundle()) {
  await using lambda = await withLambda(answer)
  await lambda.test.deploy(deployed)
  const { status, body } = await lambda.test.call('/x')
  const [record] = await lambda.test.controlPlane.recorded(1)
  return { status, body, error: record?.error ?? null }
}

const corrupt = () => {
  const broken = head()
  broken[20] = (broken[20] ?? 0) ^ 1
  return broken
}

describe('before anything was sent', () => {
  test.each<[string, ServiceAnswer | Buffer[], string, RegExp]>([
    [
      'a function that failed',
      [complete({ ErrorCode: 'Unhandled', ErrorDetails: '{"errorType":"E","errorMessage":"no"}' })],
      'FUNCTION_FAILED',
      /hello: E: no/,
    ],
    [
      'a failure that Lambda tells in its own words',
      [complete({ ErrorCode: 'Sandbox.Timedout', ErrorDetails: 'Task timed out' })],
      'FUNCTION_FAILED',
      /Sandbox\.Timedout: Task timed out/,
    ],
    [
      'an exception in the stream',
      [message({ ':message-type': 'exception', ':exception-type': 'ServiceException' }, '{"Message":"oh"}')],
      'FUNCTION_REJECTED',
      /ServiceException: .*oh/,
    ],
    [
      'an error in the stream',
      [message({ ':message-type': 'error', ':error-code': 'InternalError', ':error-message': 'oh' }, '')],
      'FUNCTION_REJECTED',
      /InternalError: oh/,
    ],
    [
      'a refusal',
      {
        status: 404,
        headers: { 'X-Amzn-ErrorType': 'ResourceNotFoundException' },
        body: '{"Message":"none"}',
      },
      'FUNCTION_REJECTED',
      /ResourceNotFoundException: .*none/,
    ],
    ['a wrong checksum', [corrupt(), complete()], 'FUNCTION_STREAM_UNREADABLE', /checksum of a message/],
    [
      'no event stream',
      { body: '{"statusCode":200}' },
      'FUNCTION_STREAM_UNREADABLE',
      /checksum of a prelude/,
    ],
    ['a stream that is not completed', [chunk('{')], 'FUNCTION_STREAM_UNREADABLE', /without InvokeComplete/],
    [
      'the answer of a function that does not stream',
      [chunk('{"statusCode":200,"body":"x"}'), complete()],
      'FUNCTION_ANSWER_MALFORMED',
      /HttpResponseStream\.from/,
    ],
  ])('%s is an answer of the gateway', async (_, answer, code, reason) => {
    const got = await answerOf(answer)
    expect([got.status, JSON.parse(got.body).code]).toEqual([502, code])
    expect(got.error?.cause).toMatch(reason)
  })

  test('Lambda’s throttling is 503, and 500 in an API that behaves like Amazon’s', async () => {
    const throttled = { status: 429, headers: { 'X-Amzn-ErrorType': 'TooManyRequestsException' }, body: '{}' }
    const native = await answerOf(throttled)
    expect([native.status, native.error?.code]).toEqual([503, 'FUNCTION_THROTTLED'])
    expect((await answerOf(throttled, bundle({}, { compatibility: 'aws' }))).status).toBe(500)
  })
})

test('a stream that breaks off without InvokeComplete is cut', async () => {
  await using lambda = await withLambda(null)
  await lambda.test.deploy(bundle())
  const answered = call(lambda)
  const response = await lambda.answering
  response.write(Buffer.concat([head(), chunk('some')]))
  const answer = await answered
  expect(await answer.text(4)).toBe('some')
  response.end()
  await expect(answer.rest()).rejects.toThrow(cut)
  const [record] = await lambda.test.controlPlane.recorded(1)
  expect(record?.error?.code).toBe('FUNCTION_STREAM_UNREADABLE')
})

test('the time of the integration is for the whole stream', async () => {
  await using lambda = await withLambda(null)
  await lambda.test.deploy(bundle({ timeoutMs: 500 }))
  const answered = call(lambda)
  const response = await lambda.answering
  const closed = new Promise((resolve) => response.on('close', resolve))
  response.write(Buffer.concat([head(), chunk('some')]))
  await expect((await answered).rest()).rejects.toThrow(cut)
  await closed
  const [record] = await lambda.test.controlPlane.recorded(1)
  expect(record?.error?.code).toBe('UPSTREAM_TIMEOUT')
})

test('without STREAM the function is invoked whole', async () => {
  await using lambda = await withLambda({ body: '{"statusCode":200,"body":"whole"}' })
  await lambda.test.deploy(bundle({ streams: undefined }))
  expect((await lambda.test.call('/x')).body).toBe('whole')
  expect(lambda.calls[0]?.target).toBe('/2015-03-31/functions/hello/invocations?Qualifier=live')
})
