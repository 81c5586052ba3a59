import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle, BundleFunction, BundleIntegration } from '@penstock/bundle'
import { describe, expect, test } from 'vitest'
import { handBundle, type TestGateway, testGateway } from '../testing.fixture.ts'

const integration: BundleIntegration = {
  kind: 'function',
  function: 'fn',
  proxy: true,
  payloadFormatVersion: '1.0',
  timeoutMs: 5_000,
  responses: [],
}

function bundle(code: string, more: Partial<BundleFunction> = {}, api: Partial<Bundle['api']> = {}): Bundle {
  const definition = {
    name: 'fn',
    code,
    handler: 'index.handler',
    timeoutMs: 3_000,
    memoryMb: 128,
    environment: {},
    ...more,
  }
  return handBundle(['ANY /{proxy+}'], [integration], { functions: [definition], api })
}

const say = (body: string) => `{ statusCode: 200, body: ${body} }`

/** Deploys a function and calls it once. */
async function ask(test: TestGateway, code: string, more: Partial<BundleFunction> = {}) {
  await test.deploy(bundle(code, more))
  return await test.call('/x')
}

describe('a handler may answer', () => {
  test.each([
    ['by a promise', `exports.handler = async () => (${say("'a'")})`],
    [
      'by the callback',
      `exports.handler = (event, context, callback) => setTimeout(callback, 1, null, ${say("'a'")})`,
    ],
    ['by context.succeed', `exports.handler = (event, context) => { context.succeed(${say("'a'")}) }`],
    ['by returning', `exports.handler = () => (${say("'a'")})`],
    ['from an ES module', `export const handler = async () => (${say("'a'")})`],
    [
      'from an ES module with imports',
      `import { sep } from 'node:path'; export const handler = async () => (${say("sep === '/' ? 'a' : ''")})`,
    ],
  ])('%s', async (_, code) => {
    await using test = await testGateway()
    const answer = await ask(test, code)
    expect([answer.status, answer.body]).toEqual([200, 'a'])
  })
})

describe('a function that', () => {
  test.each<[string, string, number, string, Partial<BundleFunction>]>([
    ['throws', `exports.handler = async () => { throw new TypeError('no') }`, 502, 'FUNCTION_FAILED', {}],
    [
      'calls back with an error',
      `exports.handler = (e, c, cb) => cb(new Error('no'))`,
      502,
      'FUNCTION_FAILED',
      {},
    ],
    ['does not parse', `exports.handler = (`, 502, 'FUNCTION_FAILED', {}],
    ['has no such handler', `exports.other = 1`, 502, 'FUNCTION_FAILED', {}],
    ['never answers and waits for nothing', `exports.handler = () => {}`, 502, 'FUNCTION_FAILED', {}],
    ['exits', `exports.handler = async () => process.exit(3)`, 502, 'FUNCTION_CRASHED', {}],
    [
      'loops for ever',
      `exports.handler = async () => { for (;;); }`,
      504,
      'FUNCTION_TIMED_OUT',
      { timeoutMs: 300 },
    ],
    [
      'waits for ever',
      `exports.handler = () => new Promise(() => setInterval(() => {}, 1e6))`,
      504,
      'FUNCTION_TIMED_OUT',
      { timeoutMs: 300 },
    ],
    [
      'fills its heap',
      `exports.handler = async () => { const a = []; for (;;) a.push(new Array(1e5).fill({})) }`,
      502,
      'FUNCTION_OUT_OF_MEMORY',
      { memoryMb: 32, timeoutMs: 20_000 },
    ],
    [
      'fills memory beside its heap',
      `exports.handler = async () => { const a = []; for (;;) { a.push(Buffer.alloc(5e6, 1)); await new Promise(setImmediate) } }`,
      502,
      'FUNCTION_OUT_OF_MEMORY',
      { memoryMb: 32, timeoutMs: 20_000 },
    ],
    [
      'answers in another form',
      `exports.handler = async () => ({ status: 200 })`,
      502,
      'FUNCTION_ANSWER_MALFORMED',
      {},
    ],
    [
      'answers an impossible header',
      `exports.handler = async () => ({ headers: { a: 'x\\r\\nSet-Cookie: y' } })`,
      502,
      'FUNCTION_ANSWER_MALFORMED',
      {},
    ],
  ])('%s', async (_, code, status, error, more) => {
    await using test = await testGateway()
    const answer = await ask(test, code, more)
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, error])
    // The next call gets a process that works.
    await test.deploy(bundle(`exports.handler = async () => (${say("'well'")})`))
    expect((await test.call('/x')).body).toBe('well')
  })
})

test('the process stays warm between calls, and over a deployment that does not change the function', async () => {
  await using test = await testGateway()
  const code = `let n = 0; exports.handler = async () => (${say('String(++n)')})`
  await test.deploy(bundle(code))
  expect([(await test.call('/x')).body, (await test.call('/x')).body]).toEqual(['1', '2'])
  await test.deploy({ ...bundle(code), bodies: ['another deployment'] }, { version: 2 })
  expect((await test.call('/x')).body).toBe('3')
  await test.deploy(bundle(code, { environment: { A: '1' } }), { version: 3 })
  expect((await test.call('/x')).body).toBe('1')
})

test('one process runs one call at a time; calls at once run in several', async () => {
  await using test = await testGateway()
  const code = `let busy = 0; exports.handler = async () => {
    busy++; await new Promise((r) => setTimeout(r, 30)); const seen = busy; busy--; return ${say('String(seen)')} }`
  await test.deploy(bundle(code))
  const answers = await Promise.all(Array.from({ length: 12 }, () => test.call('/x')))
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['1']))
})

test('a function has its own environment and no other, and reads no file but its own', async () => {
  await using test = await testGateway()
  await writeFile(join(test.dataDirectory, 'gateway-token'), 'secret')
  process.env['PENSTOCK_TEST_SECRET'] = 'secret'
  const code = `const fs = require('node:fs')
    const attempt = (work) => { try { return String(work()) } catch (error) { return error.code } }
    exports.handler = async () => (${say(`JSON.stringify({
      own: process.env.OWN, mode: process.env.NODE_ENV, secret: process.env.PENSTOCK_TEST_SECRET,
      read: attempt(() => fs.readFileSync(${JSON.stringify(join(test.dataDirectory, 'gateway-token'))})),
      passwd: attempt(() => fs.readFileSync('/etc/passwd')),
      write: attempt(() => fs.writeFileSync('x', 'x')),
      spawn: attempt(() => require('node:child_process').execSync('id')) })`)})`
  const unlock = '--allow-fs-read=* --allow-fs-write=* --allow-child-process'
  const environment = { OWN: 'mine', NODE_OPTIONS: unlock, node_options: unlock, NODE_ENV: 'production' }
  const answer = await ask(test, code, { environment })
  delete process.env['PENSTOCK_TEST_SECRET']
  const denied = 'ERR_ACCESS_DENIED'
  expect(JSON.parse(answer.body)).toEqual({
    own: 'mine',
    mode: 'production',
    read: denied,
    passwd: denied,
    write: denied,
    spawn: denied,
  })
})

test('a process that cannot be started is an answer, and the next one is', async () => {
  await using test = await testGateway()
  // Long enough at work that calls made at once are at work at once, and some need a new process.
  const code = `exports.handler = (event, context, callback) => setTimeout(callback, 500, null, ${say("'well'")})`
  const folder = join(test.dataDirectory, 'gateway', 'functions')
  await test.deploy(bundle(code))
  expect((await test.call('/x')).body).toBe('well')
  await rm(folder, { recursive: true })
  const answers = await Promise.all(Array.from({ length: 4 }, () => test.call('/x')))
  expect(answers.map(({ status }) => status)).toContain(502)
  const again = await Promise.all(Array.from({ length: 4 }, () => test.call('/x')))
  expect(again.map(({ body }) => body)).toEqual(Array(4).fill('well'))
})

test('code that could not be written is written at the next call', async () => {
  await using test = await testGateway()
  const folder = join(test.dataDirectory, 'gateway', 'functions')
  await test.deploy(bundle(`exports.handler = async () => (${say("'well'")})`))
  await rm(folder, { recursive: true })
  await writeFile(folder, 'in the way')
  expect((await test.call('/x')).status).toBe(500)
  await rm(folder)
  expect((await test.call('/x')).body).toBe('well')
})

test('what a function prints goes to the log, with the request it belongs to', async () => {
  const lines: [string, unknown][] = []
  await using test = await testGateway({
    log: (_, message, fields) => lines.push([message, fields?.['requestId']]),
  })
  const code = `exports.handler = async () => { console.log('hello', { a: 1 }); await new Promise((r) => setTimeout(r, 50)); return ${say("''")} }`
  const answer = await ask(test, code)
  expect(lines).toContainEqual(['hello { a: 1 }', answer.headers['x-request-id']])
})

test('a missing function is a fault of the deployment', async () => {
  await using test = await testGateway()
  await test.deploy(handBundle(['GET /x'], [integration]))
  const answer = await test.call('/x')
  expect([answer.status, JSON.parse(answer.body).code]).toEqual([500, 'FUNCTION_NOT_FOUND'])
})
