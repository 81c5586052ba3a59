import type { BundleValidation } from '@penstock/bundle'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { restDialect } from '../dialects/rest.ts'
import { Failure } from '../failure.ts'
import { readBody } from '../read-body.ts'
import { contextOf } from '../request-context.fixture.ts'
import { compileAmazonValidation } from './amazon.ts'
import { SchemaSet } from './schema-set.ts'

interface Sent {
  readonly query?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

const pet = {
  type: 'object',
  required: ['name', 'age'],
  properties: { name: { type: 'string', minLength: 2 }, age: { type: 'number' } },
}

/** Status, body and `$context.error.validationErrorString` of the answer; null when the request goes on. */
async function answerTo(
  validation: BundleValidation,
  { query = '', headers = {}, body }: Sent,
  schema: Record<string, unknown> = pet,
) {
  const context = contextOf({ method: 'POST', target: `/pets?${query}`, headers })
  if (body !== undefined) {
    context.request = { ...context.request, body: Readable.from([Buffer.from(body)]) }
    // How much is held is for the stage to say, which there is none of here.
    await readBody(context, 10_000_000)
  }
  try {
    await compileAmazonValidation(validation, new SchemaSet({ pet: schema }))(context)
    return null
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { status, body: text, responseType } = restDialect.failure(context, thrown)
    return { status, text, responseType, why: thrown.told, reason: thrown.reason }
  }
}

const required: BundleValidation = {
  parameters: [
    { in: 'query', name: 'b', required: true },
    { in: 'query', name: 'a', required: true },
    { in: 'path', name: 'id', required: true },
    { in: 'header', name: 'X-Key', required: true },
  ],
  body: { required: true, types: { 'application/json': 'pet' } },
}

test('missing parameters are told first, all at once: headers, path, query, each by name', async () => {
  expect(await answerTo(required, { body: 'no JSON' })).toMatchObject({
    status: 400,
    text: '{"message": "Missing required request parameters: [X-Key, id, a, b]"}',
    responseType: 'BAD_REQUEST_PARAMETERS',
  })
})

test.each<[string, Sent]>([
  ['an empty one', { query: 'a=' }],
  ['one of blanks', { query: 'a=%20+' }],
  ['none', { query: 'A=1' }],
])('%s is missing', async (_, sent) => {
  const parameters = [{ in: 'query', name: 'a', required: true } as const]
  expect(await answerTo({ parameters }, sent)).toMatchObject({ status: 400 })
})

test('values of parameters are not looked at; one of several is enough; names of headers have no case', async () => {
  const parameters = [
    { in: 'query', name: 'a', required: true } as const,
    { in: 'header', name: 'X-Key', required: true } as const,
  ]
  expect(await answerTo({ parameters }, { query: 'a=&a=x', headers: { 'x-key': 'v' } })).toBeNull()
})

const model: BundleValidation = { body: { required: false, types: { 'application/json': 'pet' } } }

test.each<[string, Sent, string]>([
  ['no body, which is {}', {}, '[object has missing required properties (["age","name"])]'],
  ['no JSON', { body: 'x' }, '[Unexpected token'],
  [
    'a wrong body',
    { body: '{"name": "a", "age": "7"}' },
    '[string "a" is too short (length: 1, required minimum: 2), instance type (string) does not match any allowed primitive type (allowed: ["integer","number"])]',
  ],
])('%s: the short message, and the reasons for a gateway response', async (_, sent, why) => {
  const answer = await answerTo(model, sent)
  expect(answer).toMatchObject({
    status: 400,
    text: '{"message": "Invalid request body"}',
    responseType: 'BAD_REQUEST_BODY',
  })
  expect(answer?.why.startsWith(why)).toBe(true)
})

test('the model is that of the media type; without a Content-Type that of JSON; without a model a body passes', async () => {
  const sent = (type: string) => ({ headers: { 'content-type': type }, body: '{}' })
  expect(await answerTo(model, sent('application/json;charset=UTF-8'))).not.toBeNull()
  expect(await answerTo(model, { body: '{}' })).not.toBeNull()
  expect(await answerTo(model, sent('application/xml'))).toBeNull()
  const any: BundleValidation = { body: { required: false, types: { $default: 'pet' } } }
  expect(await answerTo(any, sent('application/xml'))).not.toBeNull()
})

test('names that every object knows are media types like any other', async () => {
  const any: BundleValidation = { body: { required: false, types: { $default: 'pet' } } }
  for (const type of ['constructor', '__proto__', 'toString'])
    expect(await answerTo(any, { headers: { 'content-type': type }, body: '{}' })).not.toBeNull()
})

test('an empty Content-Type is none', async () => {
  expect(await answerTo(model, { headers: { 'content-type': ' ' }, body: '{}' })).not.toBeNull()
})

describe('what is told of a body grows with no body, and nothing of it is logged', () => {
  const secret = 'hunter2'
  const bodies: [string, unknown][] = [
    ['a long text', { name: 1, age: secret.repeat(10_000) }],
    ['a text in a list of them', { names: Array.from({ length: 2_000 }, () => secret.repeat(5)) }],
    ['a large object', { age: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [i, secret])) }],
    ['one too long for a list of all', { name: 'a', age: secret.repeat(100_000) }],
  ]
  const schema = {
    type: 'object',
    required: ['name', 'age'],
    properties: {
      name: { type: 'string', minLength: 2 },
      age: { enum: [1, 2] },
      names: { items: { pattern: '^[0-9]+$', maxLength: 3 } },
    },
  }

  test.each(bodies)('%s', async (_, body) => {
    const answer = await answerTo(model, { body: JSON.stringify(body) }, schema)
    expect(answer?.why.length).toBeLessThan(10_000)
    expect(answer?.why).not.toContain('undefined')
    expect(answer?.reason.length).toBeLessThan(5_000)
    expect(answer?.reason).not.toContain(secret)
    expect(answer?.reason).toMatch(/^body/)
  })

  test('text that is no JSON', async () => {
    const answer = await answerTo(model, { body: `{"a": ${secret}}` })
    expect(answer?.reason).toBe('body: JSON')
  })

  test('the log says where and which keyword', async () => {
    const answer = await answerTo(model, { body: '{"name": "a", "age": "7"}' })
    expect(answer?.reason).toBe('body /name: minLength; body /age: type')
  })
})
