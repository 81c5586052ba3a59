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
      responses: [],
      // Which function it is, is known once the stage's variables are.
      ...(name.includes('${') ? { arn: expect.stringContaining(name) } : {}),
    },
    codes: [],
  })
})

test('a function that is not here is a warning, and is called where its ARN says', () => {
  const arn = 'arn:aws:lambda:us-east-1:1:function:gone:live'
  const { integration, codes } = built({ type: 'aws_proxy', uri: `${lambda}/${arn}/invocations` })
  expect(codes).toEqual(['function-missing'])
  expect(integration).toMatchObject({ kind: 'function', function: 'gone', arn })
})

test('answers of a function stream where it is a proxy, in a format that older gateways refuse', () => {
  const uri = `${lambda}/arn:aws:lambda:us-east-1:1:function:hello/invocations`
  const of = (fields: Partial<Integration>) => {
    const { bundle } = buildBundle(
      petApi({ type: 'aws_proxy', uri, timeoutMs: 1_000, ...fields }, {}, fn('hello')),
    )
    return { streams: (bundle.integrations[0] as { streams?: true }).streams, format: bundle.format }
  }
  expect(of({ responseTransferMode: 'STREAM' })).toEqual({ streams: true, format: 8 })
  expect(of({ responseTransferMode: 'BUFFERED' })).toEqual({ streams: undefined, format: 1 })
  expect(of({ responseTransferMode: 'STREAM', type: 'aws' })).toEqual({ streams: undefined, format: 1 })
})

test('an Amazon service is called with what the mappings and templates make', () => {
  const uri = 'arn:aws:apigateway:us-east-1:sqs:path/1/q'
  const requestTemplates = { 'application/json': 'Action=SendMessage' }
  const { integration, codes } = built({ type: 'aws', uri, httpMethod: 'post', requestTemplates })
  expect(codes).toEqual([])
  expect(integration).toEqual({
    kind: 'service',
    uri,
    method: 'POST',
    requestTemplates,
    responses: [],
  })
})

test('an action of an HTTP API is held to its parameters', () => {
  const action = (requestParameters: Record<string, string>) =>
    built({ type: 'aws_proxy', rest: { integrationSubtype: 'SQS-PurgeQueue' }, requestParameters })
  expect(action({ QueueUrl: '$request.body.queue' })).toEqual({
    integration: {
      kind: 'action',
      subtype: 'SQS-PurgeQueue',
      parameters: { QueueUrl: '$request.body.queue' },
    },
    codes: [],
  })
  expect(action({ Queue: 'x' }).codes).toEqual(['action-parameter-unknown', 'action-parameter-missing'])
})

test('a bundle is of the oldest format that has what is in it', () => {
  const format = (integration: Partial<Integration>, ...more: ApiRecord[]) =>
    buildBundle(petApi({ timeoutMs: 1_000, ...integration }, {}, ...more)).bundle.format
  const uri = `${lambda}/arn:aws:lambda:us-east-1:1:function:hello/invocations`
  expect(format({ type: 'aws_proxy', uri }, fn('hello'))).toBe(1)
  expect(format({ type: 'aws_proxy', uri })).toBe(3)
  expect(format({ type: 'aws', uri: 'arn:aws:apigateway:us-east-1:sns:action/Publish' })).toBe(3)
  expect(buildBundle(petApi({ type: 'mock' })).bundle.format).toBe(1)
  // Only newer gateways know how long a stage waits.
  expect(buildBundle(petApi({ type: 'aws_proxy', uri })).bundle).toMatchObject({ format: 9 })
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
  [
    'another way to a service',
    { type: 'aws', uri: 'arn:aws:apigateway:us-east-1:sqs:queue/1' },
    /service sqs/,
  ],
  [
    'a service as a proxy',
    { type: 'aws_proxy', uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' },
    /service sqs/,
  ],
  ['an unknown action', { type: 'aws_proxy', rest: { integrationSubtype: 'SQS-Sing' } }, /SQS-Sing/],
  ['a VPC link', { type: 'http_proxy', uri: 'http://x', rest: { connectionType: 'VPC_LINK' } }, /VPC link/],
  ['no URI', { type: 'http' }, /neither a URI nor an upstream/],
  ['a relative URI without an upstream', { type: 'http', uri: '/x' }, /not an absolute URI/],
])('%s is refused with the reason', (_, integration, reason) => {
  const { integration: translated, codes } = built(integration)
  expect(translated).toMatchObject({ kind: 'unsupported', reason: expect.stringMatching(reason) })
  expect(codes).toEqual(['integration-unsupported'])
})

test('a VPC link is called at the targets of its upstream, by the name and path of its own URI', () => {
  const targets = [{ address: 'http://10.0.0.7:8080' }]
  const shop: ApiRecord = {
    kind: 'upstream',
    id: 'ups_1',
    name: 'shop',
    url: 'http://shop.internal',
    targets,
  }
  const link: Partial<Integration> = {
    type: 'http_proxy',
    uri: 'http://nlb.example/v1',
    upstream: 'ups_1',
    rest: { connectionType: 'VPC_LINK', connectionId: 'abc123' },
  }
  expect(built(link, shop)).toMatchObject({
    integration: {
      kind: 'http',
      uri: 'http://nlb.example/v1',
      pool: { targets: [{ origin: 'http://10.0.0.7:8080', weight: 1 }] },
    },
    codes: [],
  })
})

test('a VPC link with an upstream that has no targets is not called by its own address', () => {
  const rest = { connectionType: 'VPC_LINK' }
  const link: Partial<Integration> = {
    type: 'http_proxy',
    uri: 'http://nlb.example',
    upstream: 'ups_1',
    rest,
  }
  expect(built(link, upstream('http://shop.internal')).codes).toEqual(['integration-unsupported'])
  expect(built({ ...link, uri: '/v1' }, upstream('http://shop.internal'))).toMatchObject({
    integration: { kind: 'http', uri: 'http://shop.internal/v1' },
    codes: [],
  })
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
