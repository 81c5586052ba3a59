import { connect } from 'node:net'
import type { Bundle, BundleFunction, BundleIntegration } from '@penstock/bundle'
import { describe, expect, test } from 'vitest'
import { openCall } from '../open-call.fixture.ts'
import { handBundle, type TestGateway, testGateway } from '../testing.fixture.ts'
import { httpCores, type HttpCoreName } from '../wire/http-core.ts'
import { openGate } from './gate.fixture.ts'

type FunctionIntegration = Extract<BundleIntegration, { kind: 'function' }>

interface Deployed {
  readonly integration?: Partial<FunctionIntegration>
  readonly definition?: Partial<BundleFunction>
  readonly gate?: string
}

function bundle(code: string, { integration, definition, gate = '' }: Deployed): Bundle {
  const fn: BundleFunction = {
    name: 'fn',
    code: `const gate = (path) => fetch(process.env.GATE + '/' + path); ${code}`,
    handler: 'index.handler',
    timeoutMs: 20_000,
    memoryMb: 128,
    environment: { GATE: gate },
    ...definition,
  }
  const calls: FunctionIntegration = {
    kind: 'function',
    function: 'fn',
    proxy: true,
    payloadFormatVersion: '1.0',
    timeoutMs: 20_000,
    streams: true,
    responses: [],
    ...integration,
  }
  return { ...handBundle(['ANY /{proxy+}'], [calls], { functions: [fn] }), format: 8 }
}

/** A handler that streams; `begin(head)` sends the head with what is written next. */
const streams = (
  body: string,
) => `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => {
  const begin = (head = { statusCode: 200 }) => awslambda.HttpResponseStream.from(stream, head); ${body} })`

const call = ({ gateway }: TestGateway, path = '/x', method = 'GET') =>
  openCall(`${gateway.url}/orders/dev${path}`, method)

const cut = /aborted|ECONNRESET/

describe.each(Object.keys(httpCores) as HttpCoreName[])(
  'behind the %s core, a function that streams',
  (core) => {
    test('is heard before it ends, with the status and headers that it begins with', async () => {
      await using gate = await openGate()
      await using gateway = await testGateway({ http: core })
      const head = `{ statusCode: 201, headers: { 'Content-Type': 'text/event-stream', 'X-One': 1 },
      multiValueHeaders: { 'X-Two': ['a', 'b'] }, cookies: ['c=1', 'd=2'] }`
      const code = streams(`begin(${head}); stream.write('first;'); await gate('go'); stream.end('last')`)
      await gateway.deploy(bundle(code, { gate: gate.url }))
      const answer = await call(gateway)
      expect(answer.status).toBe(201)
      expect(answer.headers).toMatchObject({
        'content-type': 'text/event-stream',
        'x-one': '1',
        'x-two': 'a, b',
        'set-cookie': ['c=1', 'd=2'],
        'x-penstock-deployment': 'v1',
        'transfer-encoding': 'chunked',
      })
      expect(await answer.text(6)).toBe('first;')
      // It could not have ended: it waits for this.
      gate.open('go')
      expect(String(await answer.rest())).toBe('last')
      const [record] = await gateway.controlPlane.recorded(1)
      expect([record?.status, record?.error ?? null]).toEqual([201, null])
    })

    test('has its head sent before anything of its body is written', async () => {
      await using gate = await openGate()
      await using gateway = await testGateway({ http: core })
      await gateway.deploy(
        bundle(streams(`begin().write(''); await gate('go'); stream.end('body')`), { gate: gate.url }),
      )
      const answer = await call(gateway)
      expect(answer.status).toBe(200)
      gate.open('go')
      expect(String(await answer.rest())).toBe('body')
    })

    test('is held up by a caller that does not read, and goes on when it does', async () => {
      await using gate = await openGate()
      await using gateway = await testGateway({ http: core })
      const code = streams(`begin()
      const part = Buffer.alloc(1024 * 1024, 'x'); let isHeld = false
      for (let i = 0; i < 64; i++) {
        if (stream.write(part)) continue
        const drained = new Promise((resolve) => stream.once('drain', resolve))
        const first = await Promise.race([drained, new Promise((resolve) => setTimeout(resolve, 1500, 'held'))])
        if (first === 'held' && !isHeld) { isHeld = true; await gate('held?' + i) }
        await drained
      }
      if (!isHeld) await gate('held?never'); stream.end()`)
      await gateway.deploy(bundle(code, { gate: gate.url }))
      const answer = await call(gateway)
      gate.open('held')
      expect(Number(await gate.asked('held'))).toBeLessThan(32)
      expect((await answer.rest()).length).toBe(64 * 1024 * 1024)
    })

    test('and fails after its head is cut, so that the caller sees it, and is explained', async () => {
      await using gate = await openGate()
      await using gateway = await testGateway({ http: core })
      const code = streams(
        `begin(); stream.write('some'); await gate('go'); throw new TypeError('no more of it')`,
      )
      await gateway.deploy(bundle(code, { gate: gate.url }))
      const answer = await call(gateway)
      expect(await answer.text(4)).toBe('some')
      gate.open('go')
      await expect(answer.rest()).rejects.toThrow(cut)
      const [record] = await gateway.controlPlane.recorded(1)
      expect(record).toMatchObject({ status: 200, error: { code: 'FUNCTION_FAILED' } })
      expect(record?.error?.cause).toMatch(
        /TypeError: no more of it; 4 bytes of the answer's body had been sent/,
      )
    })

    test('and fails, or says that it is done, after its head is cut, for callers of HTTP/1.0 too', async () => {
      for (const end of [`throw new Error('no more')`, `context.succeed()`]) {
        await using gate = await openGate()
        await using gateway = await testGateway({ http: core })
        const code = streams(`begin(); stream.write('some'); await gate('go'); ${end}`)
        await gateway.deploy(bundle(code, { gate: gate.url }))
        const socket = connect(Number(new URL(gateway.gateway.url).port), '127.0.0.1')
        socket.write('GET /orders/dev/x HTTP/1.0\r\nHost: x\r\n\r\n')
        let text = ''
        const read = async () => {
          for await (const part of socket.setEncoding('latin1')) {
            text += String(part)
            // Not before it is read: an end that comes together with bytes is told as a usual one.
            if (text.endsWith('some')) gate.open('go')
          }
        }
        await expect(read()).rejects.toThrow(/ECONNRESET/)
        expect(text).toMatch(/some$/)
      }
    })

    test('is stopped when its caller goes', async () => {
      await using gate = await openGate()
      await using gateway = await testGateway({ http: core })
      await gateway.deploy(
        bundle(streams(`begin(); stream.write('some'); await gate('never')`), { gate: gate.url }),
      )
      const answer = await call(gateway)
      await gate.asked('never')
      answer.leave()
      await gate.left('never')
      const [record] = await gateway.controlPlane.recorded(1)
      expect(record?.error?.code).toBe('CLIENT_GONE')
    })

    test('answers a HEAD with its head alone', async () => {
      await using gateway = await testGateway({ http: core })
      await gateway.deploy(bundle(streams(`begin({ statusCode: 202 }); stream.end('body')`), {}))
      const answer = await call(gateway, '/x', 'HEAD')
      expect([answer.status, String(await answer.rest())]).toEqual([202, ''])
    })
  },
)

async function answerOf(code: string, deployed: Deployed = {}) {
  await using gateway = await testGateway()
  await gateway.deploy(bundle(code, deployed))
  const answer = await gateway.call('/x')
  const [record] = await gateway.controlPlane.recorded(1)
  return { ...answer, error: record?.error ?? null }
}

describe('what is written to the stream', () => {
  test.each([
    ['by end alone', `begin().end('all')`, 'all'],
    ['as objects', `begin(); stream.write({ a: 1 }); stream.end([2])`, '{"a":1}[2]'],
    ['by a pipeline', `await require('node:stream/promises').pipeline(['a', 'b', 'c'], begin())`, 'abc'],
    ['after the handler has returned', `begin(); setTimeout(() => stream.end('late'), 20)`, 'late'],
    ['not at all', `begin().end()`, ''],
  ])('%s is the body', async (_, body, text) => {
    expect(await answerOf(streams(body))).toMatchObject({ status: 200, body: text, error: null })
  })

  test('is the body byte for byte', async () => {
    await using gateway = await testGateway()
    // NULs in a row are the body's own once the head has ended.
    const code = streams(`begin({ headers: { 'Content-Type': 'application/x-bytes' } })
      stream.write(Buffer.alloc(20)); for (let i = 0; i < 4000; i++) stream.write(Buffer.alloc(257, i % 256)); stream.end()`)
    await gateway.deploy(bundle(code, {}))
    const expected = [Buffer.alloc(20), ...Array.from({ length: 4000 }, (_, i) => Buffer.alloc(257, i % 256))]
    expect((await (await call(gateway)).rest()).equals(Buffer.concat(expected))).toBe(true)
  })
})

describe('before anything of it was sent, a stream', () => {
  test.each([
    ['of a handler that throws', `throw new Error('no')`, 'FUNCTION_FAILED', /no/],
    ['without a head', `stream.end('Hello')`, 'FUNCTION_ANSWER_MALFORMED', /HttpResponseStream\.from/],
    [
      'whose head does not end in time',
      `stream.end('x'.repeat(1e6))`,
      'FUNCTION_ANSWER_MALFORMED',
      /first 16384/,
    ],
    ['of a handler that never ends it', `begin()`, 'FUNCTION_FAILED', /without ending its response stream/],
    [
      'of one that says it is done',
      `begin(); context.succeed()`,
      'FUNCTION_FAILED',
      /did not end its response stream/,
    ],
    ['that is destroyed', `stream.destroy(new Error('gone'))`, 'FUNCTION_FAILED', /gone/],
    ['with a status that is none', `begin({ statusCode: 42 }).end()`, 'FUNCTION_ANSWER_MALFORMED', /42/],
    [
      'with a member that is none',
      `begin({ statusCode: 200, body: 'x' }).end()`,
      'FUNCTION_ANSWER_MALFORMED',
      /"body"/,
    ],
    [
      'with a header that is none',
      `begin({ headers: { a: 'x\\r\\ny: z' } }).end()`,
      'FUNCTION_ANSWER_MALFORMED',
      /header/,
    ],
  ])('%s is answered with 502', async (_, body, code, reason) => {
    const answer = await answerOf(streams(body))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([502, code])
    expect(answer.error?.cause).toMatch(reason)
  })
})

describe('time', () => {
  test.each<[string, Deployed, string]>([
    ["the integration's", { integration: { timeoutMs: 1_000 } }, 'UPSTREAM_TIMEOUT'],
    ["the function's own", { definition: { timeoutMs: 500 } }, 'FUNCTION_TIMED_OUT'],
  ])('%s ends a stream that goes on for longer', async (_, deployed, code) => {
    await using gateway = await testGateway()
    await gateway.deploy(
      bundle(
        streams(`begin(); setInterval(() => stream.write('tick'), 10); await new Promise(() => {})`),
        deployed,
      ),
    )
    const answer = await call(gateway)
    expect(answer.status).toBe(200)
    await expect(answer.rest()).rejects.toThrow(cut)
    const [record] = await gateway.controlPlane.recorded(1)
    expect(record?.error?.code).toBe(code)
  })
})

test('the caller has the whole answer while the handler goes on, and the log tells what became of it', async () => {
  let tell = (_: string) => {}
  const told = new Promise<string>((resolve) => (tell = resolve))
  await using gate = await openGate()
  await using gateway = await testGateway({ log: (level, message) => level === 'error' && tell(message) })
  const code = streams(`begin().end('all'); await gate('go'); throw new Error('nobody heard this')`)
  await gateway.deploy(bundle(code, { gate: gate.url }))
  expect((await gateway.call('/x')).body).toBe('all')
  gate.open('go')
  expect(await told).toContain('nobody heard this')
})

test('a process streams one call after the other, and nothing of one comes with another', async () => {
  await using gateway = await testGateway()
  const code = `let n = 0; ${streams(`const mine = ++n; begin()
    stream.write('a' + mine)
    if (event.path.endsWith('fails')) {
      setImmediate(() => stream.write('after its end'))
      throw new Error('fails')
    }
    stream.end('b')`)}`
  await gateway.deploy(bundle(code, {}))
  // The head may not have left yet.
  await expect(gateway.call('/fails')).rejects.toThrow(/aborted|ECONNRESET|hang up/)
  expect((await gateway.call('/x')).body).toBe('a2b')
  // An answer may be whole a moment before its process is free, so that another one serves the next call.
  for (let i = 0; i < 5; i++) expect((await gateway.call('/x')).body).toMatch(/^a\db$/)
})

test('what it prints goes to the log line by line, with the request it belongs to', async () => {
  const lines: [string, unknown][] = []
  await using gateway = await testGateway({
    log: (_, message, fields) => lines.push([message, fields?.['requestId']]),
  })
  await using gate = await openGate()
  const code = streams(`begin(); console.log('hello'); stream.write('x'); await gate('go'); stream.end()`)
  await gateway.deploy(bundle(code, { gate: gate.url }))
  const answer = await call(gateway)
  gate.open('go')
  await answer.rest()
  expect(lines).toContainEqual(['hello', answer.headers['x-request-id']])
})

test('a cache keeps a stream that came to its end, and none that was cut', async () => {
  await using gateway = await testGateway()
  const code = `let n = 0; ${streams(`const mine = ++n; begin(); stream.write('call ')
    if (mine === 1) throw new Error('cut')
    stream.end(String(mine))`)}`
  const cache = { enabled: true, ttlSeconds: 60 }
  await gateway.deploy(bundle(code, {}), { settings: { variables: {}, cache } })
  await expect(gateway.call('/x')).rejects.toThrow(/aborted|ECONNRESET|hang up/)
  expect((await gateway.call('/x')).body).toBe('call 2')
  expect((await gateway.call('/x')).body).toBe('call 2')
})

describe('a handler', () => {
  test('that does not stream answers as ever, also where the integration says STREAM', async () => {
    const plain = `exports.handler = async () => ({ statusCode: 201, body: 'whole' })`
    expect(await answerOf(plain)).toMatchObject({ status: 201, body: 'whole', error: null })
    const fails = await answerOf(`exports.handler = async () => { throw new Error('no') }`)
    expect([fails.status, fails.error?.code]).toEqual([502, 'FUNCTION_FAILED'])
  })

  const whole: Deployed = { integration: { streams: undefined } }

  test('that streams is held to the form of a whole answer where the integration waits for one', async () => {
    const written = `stream.write('{"statusCode": 201,'); stream.end('"body": "whole"}')`
    expect(await answerOf(streams(written), whole)).toMatchObject({ status: 201, body: 'whole' })
    const answer = await answerOf(streams(`begin().end('body')`), whole)
    expect([answer.status, answer.error?.code]).toEqual([502, 'FUNCTION_ANSWER_MALFORMED'])
    expect(answer.error?.cause).toContain('it streams')
  })
})
