import type { BundleValidation } from '@penstock/bundle'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { restDialect } from '../dialects/rest.ts'
import { Failure } from '../failure.ts'
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
async function answerTo(validation: BundleValidation, { query = '', headers = {}, body }: Sent) {
  const context = contextOf({ method: 'POST', target: `/pets?${query}`, headers })
  if (body !== undefined) context.request = { ...context.request, body: Readable.from([Buffer.from(body)]) }
  try {
    await compileAmazonValidation(validation, new SchemaSet({ pet }))(context)
    return null
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { status, body: text, responseType } = restDialect.failure(context, thrown)
    return { status, text, responseType, why: thrown.reason }
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
