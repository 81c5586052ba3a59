import type { BundleParameter, BundleValidation } from '@penstock/bundle'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Failure } from '../failure.ts'
import { readBody } from '../read-body.ts'
import { contextOf } from '../request-context.fixture.ts'
import type { InvalidPlace } from './invalid-places.ts'
import { compileNativeValidation } from './native.ts'
import { SchemaSet } from './schema-set.ts'

interface Sent {
  readonly query?: string
  readonly headers?: Record<string, string>
  /** More header lines: name, value, name, value, … */
  readonly lines?: readonly string[]
  readonly body?: string
}

async function refusal(
  validation: BundleValidation,
  schemas: Record<string, object>,
  { query = '', headers = {}, lines = [], body }: Sent,
): Promise<Failure | null> {
  const context = contextOf({ method: 'POST', target: `/pets?${query}`, headers })
  context.request = { ...context.request, headers: [...context.request.headers, ...lines] }
  if (body !== undefined) {
    context.request = { ...context.request, body: Readable.from([Buffer.from(body)]) }
    // How much is held is for the stage to say, which there is none of here.
    await readBody(context, 10_000_000)
  }
  try {
    await compileNativeValidation(
      validation,
      new SchemaSet(schemas as Record<string, Record<string, unknown>>),
    )(context)
    return null
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown
    throw thrown
  }
}

/** What is wrong with one parameter: `#/pointer detail`. */
async function wrong(parameter: Partial<BundleParameter>, schema: object, sent: Sent): Promise<string[]> {
  const parameters = [{ in: 'query', name: 'q', schema: 's', ...parameter } as BundleParameter]
  const failure = await refusal({ parameters }, { s: schema }, sent)
  const places = (failure?.hint?.['errors'] ?? []) as InvalidPlace[]
  return places.map(({ pointer, detail }) => [pointer, detail].filter((part) => part !== undefined).join(' '))
}

const integer = { type: 'integer' }
const integers = { type: 'array', items: integer }
const page = { type: 'object', properties: { from: integer, to: integer }, required: ['from'] }

test.each<[string, Partial<BundleParameter>, object, Sent, string[]]>([
  ['a number', {}, integer, { query: 'q=7' }, []],
  ['no number', {}, integer, { query: 'q=7a' }, ['# must be integer']],
  ['nothing where a number is described', {}, integer, { query: 'q=' }, ['# must be integer']],
  ['one value given twice', {}, integer, { query: 'q=1&q=2' }, ['# must be integer']],
  ['a truth', {}, { type: 'boolean' }, { query: 'q=true' }, []],
  ['a number where a text is described', {}, { type: 'string', maxLength: 3 }, { query: 'q=123' }, []],
  [
    'a text that looks like a number',
    {},
    { anyOf: [{ type: 'integer', maximum: 5 }, { type: 'string' }] },
    { query: 'q=12' },
    [],
  ],
  ['a list, one pair each', {}, integers, { query: 'q=1&q=2' }, []],
  ['a list of one', {}, integers, { query: 'q=1' }, []],
  ['a list with a wrong item', {}, integers, { query: 'q=1&q=x' }, ['#/1 must be integer']],
  ['a list in one text', { explode: false }, integers, { query: 'q=1,2,3' }, []],
  [
    'a list with an encoded comma',
    { explode: false },
    { type: 'array', items: { enum: ['a,b', 'c'] } },
    { query: 'q=a%2Cb,c' },
    [],
  ],
  ['a list with bars', { style: 'pipeDelimited', explode: false }, integers, { query: 'q=1|2%7C3' }, []],
  ['a list with spaces', { style: 'spaceDelimited', explode: false }, integers, { query: 'q=1%202+3' }, []],
  ['an object in pieces', {}, page, { query: 'from=1&to=2' }, []],
  ['an object in pieces, one wrong', {}, page, { query: 'from=1&to=x' }, ['#/to must be integer']],
  ['an object in one text', { explode: false }, page, { query: 'q=from,1,to,2' }, []],
  [
    'an object in brackets',
    { style: 'deepObject' },
    page,
    { query: 'q[from]=1&q[to]=x' },
    ['#/to must be integer'],
  ],
  ['an object in encoded brackets', { style: 'deepObject' }, page, { query: 'q%5Bfrom%5D=1' }, []],
  ['JSON', { json: true }, page, { query: 'q=%7B%22from%22:1%7D' }, []],
  ['a header with a list', { in: 'header', name: 'X-Ids' }, integers, { headers: { 'x-ids': '1, 2' } }, []],
  ['a cookie', { in: 'cookie' }, integer, { headers: { cookie: 'a=1; q=x' } }, ['# must be integer']],
  [
    'a cookie on the second of two lines',
    { in: 'cookie' },
    integer,
    { lines: ['Cookie', 'a=1', 'Cookie', 'q=x'] },
    ['# must be integer'],
  ],
  [
    'an object in cookies',
    { in: 'cookie' },
    page,
    { headers: { cookie: 'from=1; to=x' } },
    ['#/to must be integer'],
  ],
  [
    'an object in pieces, one of them twice',
    {},
    page,
    { query: 'from=1&from=x' },
    ['#/from must be integer'],
  ],
  [
    'an object in pieces with a list in it',
    {},
    { type: 'object', properties: { ids: integers } },
    { query: 'ids=1&ids=2&ids=x' },
    ['#/ids/2 must be integer'],
  ],
  [
    'an object in pieces of any name',
    {},
    { type: 'object', additionalProperties: integer },
    { query: 'a=1&constructor=x' },
    ['#/constructor must be integer'],
  ],
  ['nothing, which is not required', {}, integer, {}, []],
  ['nothing, which is required', { required: true }, integer, {}, ['is required']],
  ['an empty text, which is there', { required: true }, { type: 'string' }, { query: 'q=' }, []],
  [
    'a name that all objects know',
    { style: 'deepObject' },
    { type: 'object', additionalProperties: integer },
    { query: 'q[__proto__]=x' },
    ['#/__proto__ must be integer'],
  ],
])('%s', async (_, parameter, schema, sent, expected) => {
  expect(await wrong(parameter, schema, sent)).toEqual(expected)
})

test('JSON that is none is told as that', async () => {
  expect(await wrong({ json: true }, page, { query: 'q={' })).toEqual([
    expect.stringMatching(/^must be JSON/),
  ])
})

test('objects are nested as deep as brackets go, with lists by place and by []', async () => {
  const filter = {
    type: 'object',
    properties: {
      range: { type: 'object', properties: { min: integer, ids: integers } },
      tags: { type: 'array', items: { type: 'object', properties: { id: integer } } },
    },
  }
  const query = 'q[range][min]=1&q[range][ids][]=1&q[range][ids][]=x&q[tags][1][id]=y&q[tags][0][id]=2'
  expect(await wrong({ style: 'deepObject' }, filter, { query })).toEqual([
    '#/range/ids/1 must be integer',
    '#/tags/1/id must be integer',
  ])
})

const body: BundleValidation = {
  parameters: [{ in: 'query', name: 'limit', schema: 'integer' }],
  body: {
    required: true,
    types: { 'application/json': 'pets', 'application/x-www-form-urlencoded': 'pets', 'image/*': null },
  },
}
const schemas = {
  integer,
  pets: {
    type: 'object',
    required: ['a/b'],
    properties: { 'a/b': integer, tags: { type: 'array', items: { type: 'string' } } },
    additionalProperties: false,
  },
}
const json = { 'content-type': 'application/json; charset=utf-8' }

test('every failing place of the whole request is in one answer', async () => {
  const failure = await refusal(body, schemas, {
    query: 'limit=x',
    headers: json,
    body: '{"tags": [1, "a", 2], "more": 1}',
  })
  expect(failure).toMatchObject({
    code: 'REQUEST_INVALID',
    status: 400,
    responseType: 'BAD_REQUEST_PARAMETERS',
  })
  expect(failure?.hint?.['errors']).toEqual(
    expect.arrayContaining([
      { in: 'query', parameter: 'limit', pointer: '#', detail: 'must be integer' },
      { in: 'body', pointer: '#/a~1b', detail: 'is required' },
      { in: 'body', pointer: '#/more', detail: 'is not allowed' },
      { in: 'body', pointer: '#/tags/0', detail: 'must be string' },
      { in: 'body', pointer: '#/tags/2', detail: 'must be string' },
    ]),
  )
})

test('at most a hundred places are listed, and the rest is counted', async () => {
  const text = JSON.stringify({ 'a/b': 1, tags: Array.from({ length: 150 }, () => 1) })
  const failure = await refusal(body, schemas, { headers: json, body: text })
  expect(failure?.hint?.['errors']).toHaveLength(100)
  expect(failure?.hint?.['moreErrors']).toBe(50)
})

test('a body is asked for only where it is required, and JSON has to be JSON', async () => {
  expect(await refusal(body, schemas, {})).toMatchObject({
    hint: { errors: [{ in: 'body', detail: 'is required' }] },
  })
  const optional = { body: { required: false, types: { 'application/json': 'pets' } } }
  expect(await refusal(optional, schemas, {})).toBeNull()
  expect(await refusal(body, schemas, { headers: json, body: '{' })).toMatchObject({
    responseType: 'BAD_REQUEST_BODY',
    hint: {
      errors: [{ in: 'body', pointer: '#', detail: expect.stringMatching(/^must be JSON/) as string }],
    },
  })
})

test('media types: those that are described, by range too, and 415 with what would be taken for others', async () => {
  expect(await refusal(body, schemas, { headers: { 'content-type': 'image/png' }, body: 'x' })).toBeNull()
  expect(await refusal(body, schemas, { body: '{"a/b": 1}' })).toBeNull()
  const failure = await refusal(body, schemas, { headers: { 'content-type': 'text/csv' }, body: 'x' })
  expect(failure).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED', status: 415 })
  expect(failure?.headers).toEqual(['Accept', 'application/json, application/x-www-form-urlencoded, image/*'])
})

test('a form is an object of what its fields say', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await refusal(body, schemas, { headers: form, body: 'a%2Fb=1&tags=x&tags=y+z' })).toBeNull()
  expect(await refusal(body, schemas, { headers: form, body: 'a%2Fb=one' })).toMatchObject({
    hint: { errors: [{ in: 'body', pointer: '#/a~1b', detail: 'must be integer' }] },
  })
})

test('members of any name are those that no other parameter has', async () => {
  const parameters: BundleParameter[] = [
    { in: 'query', name: 'q', schema: 'counts' },
    { in: 'query', name: 'sort', schema: 'text' },
  ]
  const described = { counts: { type: 'object', additionalProperties: integer }, text: { type: 'string' } }
  expect(await refusal({ parameters }, described, { query: 'a=1&sort=name' })).toBeNull()
})

test('Content-Type: several lines that differ are refused, for who reads the body next may read it as the other', async () => {
  const lines = ['Content-Type', 'image/png', 'Content-Type', 'application/json']
  expect(await refusal(body, schemas, { lines, body: '{}' })).toMatchObject({
    status: 400,
    hint: { errors: [{ in: 'header', parameter: 'Content-Type' }] },
  })
  const same = ['Content-Type', 'application/json', 'Content-Type', 'application/json']
  expect(await refusal(body, schemas, { lines: same, body: '{"a/b": 1}' })).toBeNull()
  expect(
    await refusal(body, schemas, { lines: ['Content-Type', 'image/png, application/json'], body: '{}' }),
  ).toMatchObject({ status: 415 })
})

test.each<[string, Sent]>([
  ['no Content-Type', {}],
  ['an empty one', { headers: { 'content-type': '' } }],
  ['one of parameters alone', { headers: { 'content-type': '; charset=utf-8' } }],
  ['a name that every object knows', { headers: { 'content-type': 'constructor' } }],
  ['a range', { headers: { 'content-type': '*/*' } }],
])('where any type is described, a body with %s does not pass unchecked', async (_, sent) => {
  for (const type of ['*/*', '$default', 'application/*']) {
    const any = { body: { required: true, types: { [type]: 'pets' } } }
    expect(await refusal(any, schemas, { ...sent, body: '{"more": 1}' })).not.toBeNull()
  }
})

test('where only types are described of which nobody can say what a body is, one without Content-Type passes', async () => {
  const images = { body: { required: true, types: { 'image/*': null } } }
  expect(await refusal(images, schemas, { body: 'x' })).toBeNull()
})

test('a form of more than 10,000 fields is refused, and one of as many is read at once', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const fields = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=1`).join('&')
  const open = { pets: { type: 'object', additionalProperties: { type: 'integer' } } }
  expect(await refusal(body, { ...schemas, ...open }, { headers: form, body: fields(10_000) })).toBeNull()
  expect(await refusal(body, schemas, { headers: form, body: fields(1_000_000) })).toMatchObject({
    status: 400,
    responseType: 'BAD_REQUEST_BODY',
    hint: { errors: [{ in: 'body', pointer: '#', detail: 'must not have more than 10000 fields' }] },
  })
})

describe('the log says where and which keyword, and nothing that was sent as a value', () => {
  const secret = 'hunter2'
  test.each<[string, Sent, string]>([
    ['a value', { body: `{"a/b": "${secret}"}` }, 'body /a~1b: type'],
    ['no JSON', { body: `{"a/b": ${secret}}` }, 'body: JSON'],
    ['a parameter', { query: `limit=${secret}`, body: '{"a/b": 1}' }, 'query limit: type'],
    [
      'both',
      { query: `limit=${secret}`, body: '{"tags": "x"}' },
      'query limit: type; body /a~1b: required; body /tags: type',
    ],
  ])('%s', async (_, sent, reason) => {
    expect((await refusal(body, schemas, { headers: json, ...sent }))?.reason).toBe(reason)
  })

  test.each([300, 20_000])(
    'it stays short whatever is sent, and so does the answer: a name of %i',
    async (length) => {
      const text = JSON.stringify({ ['n'.repeat(length)]: Array.from({ length: 500 }, () => secret) })
      const listed = { pets: { additionalProperties: { items: { type: 'integer' } } } }
      const failure = await refusal(body, { ...schemas, ...listed }, { headers: json, body: text })
      expect(failure?.reason).toMatch(/^body \/n{199}…: type/)
      expect(failure?.reason.length).toBeLessThan(6_000)
      expect(JSON.stringify(failure?.hint).length).toBeLessThan(200_000)
    },
  )
})
