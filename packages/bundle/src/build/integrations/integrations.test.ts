import type { ApiRecord, Integration } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../../build.ts'
import { petApi } from '../definition.fixture.ts'

const lambda = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions'
const fn = (name: string): ApiRecord => ({ kind: 'function', id: 'fun_1', name, code: '' })

function built(integration: Partial<Integration>, ...more: ApiRecord[]) {
  const { bundle, diagnostics } = buildBundle(petApi(integration, {}, ...more))
  return { integration: bundle.integrations[0], codes: diagnostics.map((diagnostic) => diagnostic.code) }
}

test.each([
  [`${lambda}/arn:aws:lambda:us-east-1:000000000000:function:hello/invocations`, 'hello'],
  [`${lambda}/arn:aws:lambda:us-east-1:000000000000:function:hello:live/invocations`, 'hello'],
  [`${lambda}/arn:aws:lambda:us-east-1:1:function:\${stageVariables.fn}/invocations`, '${stageVariables.fn}'],
  [
    `${lambda}/arn:aws:lambda:us-east-1:1:function:a-\${stageVariables.fn}:\${stageVariables.alias}/invocations`,
    'a-${stageVariables.fn}',
  ],
  [`${lambda}/\${stageVariables.arn}/invocations`, '${stageVariables.arn}'],
  [
    'arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/arn:aws:lambda:eu-west-1:1:function:hello/response-streaming-invocations',
    'hello',
  ],
  ['arn:aws:lambda:eu-west-1:1:function:hello', 'hello'],
])('%s calls function %s', (uri, name) => {
  expect(built({ type: 'aws_proxy', uri }, fn('hello'))).toEqual({
    integration: {
      kind: 'function',
      function: name,
      proxy: true,
      payloadFormatVersion: '1.0',
      timeoutMs: 29_000,
      responses: [],
    },
    codes: [],
  })
})

test('a function that is not there is a warning: it may be put later', () => {
  expect(
    built({ type: 'aws_proxy', uri: `${lambda}/arn:aws:lambda:us-east-1:1:function:gone/invocations` }).codes,
  ).toEqual(['function-missing'])
})

test('an integration that points at a function record calls it by its name', () => {
  expect(
    built({ type: 'aws', function: 'fun_1', requestTemplates: { 'application/json': '{}' } }, fn('hi'))
      .integration,
  ).toMatchObject({
    kind: 'function',
    function: 'hi',
    proxy: false,
    requestTemplates: { 'application/json': '{}' },
  })
})

test.each<[string, Partial<Integration>, RegExp]>([
  ['an Amazon service', { type: 'aws', uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' }, /service sqs/],
  [
    'an HTTP API service',
    { type: 'aws_proxy', rest: { integrationSubtype: 'SQS-SendMessage' } },
    /SQS-SendMessage/,
  ],
  ['a VPC link', { type: 'http_proxy', uri: 'http://x', rest: { connectionType: 'VPC_LINK' } }, /VPC link/],
  ['no URI', { type: 'http' }, /neither a URI nor an upstream/],
  ['a relative URI without an upstream', { type: 'http', uri: '/x' }, /not an absolute URI/],
])('%s is refused with the reason', (_, integration, reason) => {
  const { integration: translated, codes } = built(integration)
  expect(translated).toMatchObject({ kind: 'unsupported', reason: expect.stringMatching(reason) })
  expect(codes).toEqual(['integration-unsupported'])
})

const upstream = (url: string): ApiRecord => ({ kind: 'upstream', id: 'ups_1', name: 'pets', url })

test.each<[string, string, string | undefined, object]>([
  [
    'no URI: the path of the request goes through',
    'https://pets.example/v1/',
    undefined,
    { uri: 'https://pets.example/v1', appendPath: true },
  ],
  ['a relative URI', 'https://pets.example/v1/', '/cats/{id}', { uri: 'https://pets.example/v1/cats/{id}' }],
  [
    'an absolute URI wins',
    'https://pets.example',
    'http://other.example/x',
    { uri: 'http://other.example/x' },
  ],
  [
    'a stage variable',
    '${stageVariables.base}',
    undefined,
    { uri: '${stageVariables.base}', appendPath: true },
  ],
])('an upstream and %s', (_, url, uri, target) => {
  const { integration } = built(
    { type: 'http_proxy', upstream: 'ups_1', uri, httpMethod: 'any' },
    upstream(url),
  )
  expect(integration).toEqual({
    kind: 'http',
    proxy: true,
    method: 'ANY',
    timeoutMs: 29_000,
    responses: [],
    ...target,
  })
})

test('responses are tried by pattern, the default last; one with no status code is not there', () => {
  const { integration, codes } = built({
    type: 'http',
    uri: 'http://x',
    responses: {
      default: { statusCode: '200', responseTemplates: { 'application/json': 'ok' } },
      '5\\d\\d': { statusCode: '502' },
      '404': { statusCode: '404', responseParameters: { 'method.response.header.A': "'b'" } },
      '4..': { statusCode: '' },
    },
  })
  expect(integration).toMatchObject({
    responses: [
      { pattern: '404', status: 404, parameters: { 'method.response.header.A': "'b'" } },
      { pattern: '5\\d\\d', status: 502 },
      { pattern: null, status: 200, templates: { 'application/json': 'ok' } },
    ],
  })
  expect(codes).toEqual(['response-status-invalid'])
})

test("Amazon's mock keeps its templates, a mock from examples needs none", () => {
  const requestTemplates = { 'application/json': '{"statusCode": 200}' }
  expect(built({ type: 'mock', requestTemplates }).integration).toEqual({
    kind: 'mock',
    requestTemplates,
    responses: [],
  })
  expect(built({ type: 'mock', fromExamples: true }).integration).toEqual({ kind: 'example' })
})

test('a template that does not compile is told with its place, on every build', () => {
  const definition = petApi({ type: 'mock', requestTemplates: { 'application/json': 'x\n#if($a' } })
  for (const { diagnostics } of [buildBundle(definition), buildBundle(definition)])
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        location: { record: 'int_1', path: ['requestTemplates', 'application/json'], line: 2 },
      },
    ])
})
