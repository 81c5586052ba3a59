import type { ApiRecord } from '@penstock/model'
import { expect, test } from 'vitest'
import { changes, list, pets } from '../definition.fixture.ts'

const lambda =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:hello/invocations'
const fn = (code: string): ApiRecord => ({ kind: 'function', id: 'fun_1', name: 'hello', code })
const api = (fields: object): ApiRecord => ({ kind: 'api', id: 'api_1', name: 'pets', ...fields })
const integration = (fields: object): ApiRecord => ({
  kind: 'integration',
  id: 'int_1',
  type: 'http_proxy',
  uri: 'https://a.example',
  ...fields,
})
const upstream = (url: string): ApiRecord => ({ kind: 'upstream', id: 'ups_1', name: 'pets', url })

type Case = [
  what: string,
  before: ApiRecord[],
  after: ApiRecord[],
  title: string,
  found: string[],
  affects: string[],
]
const both = ['met_create', 'met_list']

test.each<Case>([
  [
    'URI',
    [integration({})],
    [integration({ uri: 'https://b.example' })],
    'Point 2 methods at https://b.example',
    ['integration-target-changed: risky'],
    both,
  ],
  [
    'timeout',
    [integration({})],
    [integration({ timeoutMs: 100 })],
    'Change the integration of 2 methods',
    ['integration-timeout-lowered: risky'],
    both,
  ],
  [
    'name of an integration',
    [integration({ name: 'a' })],
    [integration({ name: 'b' })],
    'Rename integration a to b',
    ['name-changed: documentation'],
    [],
  ],
  [
    'upstream',
    [integration({ upstream: 'ups_1', uri: undefined }), upstream('https://a')],
    [integration({ upstream: 'ups_1', uri: undefined }), upstream('https://b')],
    'Point 2 methods at https://b',
    ['upstream-changed: risky'],
    both,
  ],
  [
    'upstream that nothing uses',
    [upstream('https://a')],
    [upstream('https://b')],
    'Change upstream pets to https://b',
    ['unused-upstream-changed: safe'],
    [],
  ],
  [
    'function by record',
    [integration({ type: 'aws_proxy', uri: undefined, function: 'fun_1' }), fn('a')],
    [integration({ type: 'aws_proxy', uri: undefined, function: 'fun_1' }), fn('b')],
    'Change the code of function hello',
    ['function-code-changed: risky'],
    both,
  ],
  [
    'function by ARN',
    [integration({ type: 'aws_proxy', uri: lambda }), fn('a')],
    [integration({ type: 'aws_proxy', uri: lambda }), fn('b')],
    'Change the code of function hello',
    ['function-code-changed: risky'],
    both,
  ],
  [
    'base path',
    [api({})],
    [api({ basePath: '/v1' })],
    'Change the base path of the API',
    ['base-path-changed: breaking'],
    both,
  ],
  [
    'CORS',
    [api({})],
    [api({ cors: { allowOrigins: ['*'] } })],
    'Change the CORS of the API',
    ['cors-turned-on: risky'],
    both,
  ],
  [
    'description of the API',
    [api({})],
    [api({ description: 'Pets' })],
    'Edit the description of the API',
    ['api-documentation-changed: documentation'],
    [],
  ],
  [
    'extensions of the API',
    [api({})],
    [api({ rest: { 'x-penstock-lint': { 'body-on-get': 'off' } } })],
    'Edit the extensions of the API',
    ['api-documentation-changed: documentation'],
    [],
  ],
  [
    'default spelled out',
    [api({})],
    [api({ compatibility: 'native', description: 'x' })],
    'Edit the description of the API',
    ['api-documentation-changed: documentation'],
    [],
  ],
  [
    'gateway response',
    [{ kind: 'gatewayResponse', id: 'gwr_1', responseType: 'THROTTLED' }],
    [{ kind: 'gatewayResponse', id: 'gwr_1', responseType: 'THROTTLED', statusCode: '503' }],
    'Change the gateway response THROTTLED',
    ['gateway-response-status-changed: risky'],
    [],
  ],
  [
    'gateway response added',
    [],
    [{ kind: 'gatewayResponse', id: 'gwr_1', responseType: 'THROTTLED' }],
    'Add gateway response THROTTLED',
    ['gateway-response-added: risky'],
    [],
  ],
  [
    'example added',
    [],
    [{ kind: 'example', id: 'exa_1', name: 'One pet', method: 'met_1', expect: { status: 200 } }],
    'Add example One pet',
    ['documentation-part-added: documentation'],
    [],
  ],
  [
    'example',
    [{ kind: 'example', id: 'exa_1', name: 'One pet', method: 'met_1', expect: { status: 200 } }],
    [{ kind: 'example', id: 'exa_1', name: 'One pet', method: 'met_1', expect: { status: 201 } }],
    'Edit the expected answer of example "One pet"',
    ['documentation-changed: documentation'],
    [],
  ],
  [
    'path that the description lists',
    [{ kind: 'resource', id: 'res_1', parent: 'res_root', pathPart: 'pets' }],
    [{ kind: 'resource', id: 'res_1', parent: 'res_root', pathPart: 'pets', declared: true }],
    'Edit the entry in the description of /pets',
    ['documentation-changed: documentation'],
    [],
  ],
  [
    'opaque',
    [{ kind: 'opaque', id: 'opq_1', pointer: '/x-a', value: 1 }],
    [{ kind: 'opaque', id: 'opq_1', pointer: '/x-a', value: 2 }],
    'Change /x-a',
    ['opaque-changed: documentation'],
    [],
  ],
  [
    'model added',
    [],
    [{ kind: 'model', id: 'mod_1', name: 'Pet', schema: {} }],
    'Add model Pet',
    ['record-added: safe'],
    [],
  ],
  [
    'model removed',
    [{ kind: 'model', id: 'mod_1', name: 'Pet', schema: {} }],
    [],
    'Remove model Pet',
    ['record-removed: safe'],
    [],
  ],
])('%s', (_, before, after, title, found, affects) => {
  const [change, ...others] = changes(pets(...before), pets(...after))
  expect(others).toEqual([])
  expect(change?.title).toBe(title)
  expect(change?.findings.map((finding) => `${finding.check}: ${finding.verdict}`)).toEqual(found)
  expect(change?.affects).toEqual(affects)
})

test('authorizer and validator', () => {
  const guard = (settings: { [key: string]: string }): ApiRecord => ({
    kind: 'authorizer',
    id: 'aut_1',
    name: 'who',
    settings,
  })
  const guarded = list({ authorizer: 'aut_1', authorizationType: 'CUSTOM' })
  expect(
    changes(pets(guarded, guard({ type: 'token' })), pets(guarded, guard({ type: 'request' }))),
  ).toMatchObject([{ title: 'Change authorizer who', verdict: 'risky', affects: ['met_list'] }])
  const check = (validateRequestBody: boolean): ApiRecord => ({
    kind: 'validator',
    id: 'val_1',
    name: 'all',
    validateRequestBody,
    validateRequestParameters: true,
  })
  expect(
    changes(pets(api({ validator: 'val_1' }), check(false)), pets(api({ validator: 'val_1' }), check(true))),
  ).toMatchObject([{ title: 'Change validator all', verdict: 'risky', affects: both }])
})

test('an authorizer that the API asks for by default touches the methods that say nothing else', () => {
  const guard = (type: string): ApiRecord => ({
    kind: 'authorizer',
    id: 'aut_1',
    name: 'who',
    settings: { type },
  })
  const open = list({ security: [] })
  const secured = api({ security: [{ who: [] }] })
  expect(changes(pets(open, secured, guard('token')), pets(open, secured, guard('request')))).toMatchObject([
    { title: 'Change authorizer who', affects: ['met_create'] },
  ])
})

test('a function touches the methods whose authorizer calls it', () => {
  const guard: ApiRecord = {
    kind: 'authorizer',
    id: 'aut_1',
    name: 'who',
    settings: { type: 'token', authorizerUri: lambda },
  }
  const guarded = list({ authorizer: 'aut_1', authorizationType: 'CUSTOM' })
  expect(changes(pets(guarded, guard, fn('1')), pets(guarded, guard, fn('2')))).toMatchObject([
    { affects: ['met_list'] },
  ])
})
