import type { ApiRecord, JsonObject, Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { changes, editing, list, pets, without } from '../definition.fixture.ts'

const query = (name: string, fields: JsonObject = {}): JsonObject => ({
  name,
  in: 'query',
  schema: { type: 'string' },
  ...fields,
})
const json = (schema: JsonObject = { type: 'object' }): JsonObject => ({
  content: { 'application/json': { schema } },
})

type Case = [what: string, before: Partial<Method>, after: Partial<Method>, found: string[], title: string]

test.each<Case>([
  [
    'parameter removed',
    { parameters: [query('since')] },
    {},
    ['parameter-removed: risky'],
    'Remove query parameter since from GET /pets',
  ],
  [
    'optional parameter added',
    {},
    { parameters: [query('since')] },
    ['optional-parameter-added: safe'],
    'Add query parameter since to GET /pets',
  ],
  [
    'required parameter added',
    {},
    { parameters: [query('since', { required: true })] },
    ['required-parameter-added: breaking'],
    'Add required query parameter since to GET /pets',
  ],
  [
    'parameter became required',
    { parameters: [query('since')] },
    { parameters: [query('since', { required: true })] },
    ['parameter-became-required: breaking'],
    'Require query parameter since in GET /pets',
  ],
  [
    'parameter became optional',
    { parameters: [query('since', { required: true })] },
    { parameters: [query('since')] },
    ['parameter-became-optional: safe'],
    'Make query parameter since optional in GET /pets',
  ],
  [
    'optional parameter renamed',
    { parameters: [query('since')] },
    { parameters: [query('after')] },
    ['optional-parameter-renamed: risky'],
    'Rename query parameter since to after in GET /pets',
  ],
  [
    'required parameter renamed',
    { parameters: [query('since', { required: true })] },
    { parameters: [query('after', { required: true })] },
    ['required-parameter-renamed: breaking'],
    'Rename query parameter since to after in GET /pets',
  ],
  [
    'path parameter renamed',
    { parameters: [query('a', { in: 'path' })] },
    { parameters: [query('b', { in: 'path' })] },
    ['path-parameter-renamed: safe'],
    'Rename path parameter a to b in GET /pets',
  ],
  [
    'header renamed only in case',
    { parameters: [query('X-A', { in: 'header' })] },
    { parameters: [query('x-a', { in: 'header' })] },
    ['same-meaning: safe'],
    'Rewrite GET /pets',
  ],
  [
    'parameter written in another way',
    { parameters: [query('ids')] },
    { parameters: [query('ids', { explode: false })] },
    ['parameter-explode-changed: breaking'],
    'Change GET /pets',
  ],
  [
    'parameter type changed',
    { parameters: [query('n')] },
    { parameters: [query('n', { schema: { type: 'integer' } })] },
    ['parameter-type-changed: breaking'],
    'Change the type of query parameter n of GET /pets',
  ],
  [
    'required body added',
    {},
    { requestBody: { required: true } },
    ['required-request-body-added: breaking'],
    'Require a request body in GET /pets',
  ],
  [
    'optional body added',
    {},
    { requestBody: {} },
    ['optional-request-body-added: safe'],
    'Accept a request body in GET /pets',
  ],
  [
    'body removed',
    { requestBody: {} },
    {},
    ['request-body-removed: risky'],
    'Remove the request body from GET /pets',
  ],
  [
    'body became required',
    { requestBody: {} },
    { requestBody: { required: true } },
    ['request-body-became-required: breaking'],
    'Require the request body in GET /pets',
  ],
  [
    '2xx response removed',
    { responses: { 200: {}, 404: {} } },
    { responses: { 404: {} } },
    ['success-response-removed: breaking'],
    'Remove response 200 from GET /pets',
  ],
  [
    'other response removed',
    { responses: { 200: {}, 404: {} } },
    { responses: { 200: {} } },
    ['error-response-removed: risky'],
    'Remove response 404 from GET /pets',
  ],
  [
    'response added',
    {},
    { responses: { 404: {} } },
    ['error-response-added: safe'],
    'Add response 404 to GET /pets',
  ],
  [
    'response media type removed',
    { responses: { 200: json() } },
    { responses: { 200: { content: {} } } },
    ['response-media-type-removed: breaking'],
    'Remove application/json from the 200 response of GET /pets',
  ],
  [
    'response header removed',
    { responses: { 200: { headers: { Link: {} } } } },
    { responses: { 200: {} } },
    ['optional-response-header-removed: breaking'],
    'Remove header Link from response 200 of GET /pets',
  ],
  [
    'security asked for',
    {},
    { security: [{ key: [] }] },
    ['security-introduced: breaking'],
    'Ask for more security in GET /pets',
  ],
  [
    'a scope more',
    { security: [{ o: ['a'] }] },
    { security: [{ o: ['a', 'b'] }] },
    ['security-scope-added: breaking'],
    'Ask for more security in GET /pets',
  ],
  [
    'another way in',
    { security: [{ key: [] }] },
    { security: [{ key: [] }, { o: [] }] },
    ['security-alternative-added: safe'],
    'Ask for less security in GET /pets',
  ],
  [
    'no security any more',
    { security: [{ key: [] }] },
    { security: [] },
    ['security-dropped: risky'],
    'Open GET /pets to everybody',
  ],
  [
    'API key required',
    {},
    { apiKeyRequired: true },
    ['api-key-demanded: breaking'],
    'Require an API key in GET /pets',
  ],
  [
    'API key no longer required',
    { apiKeyRequired: true },
    {},
    ['api-key-dropped: risky'],
    'Stop requiring an API key in GET /pets',
  ],
  [
    'authorization asked for',
    {},
    { authorizationType: 'AWS_IAM' },
    ['authorization-introduced: breaking'],
    'Change authorization of GET /pets from NONE to AWS_IAM',
  ],
  [
    'authorization dropped',
    { authorizationType: 'AWS_IAM' },
    {},
    ['authorization-dropped: risky'],
    'Open GET /pets to everybody',
  ],
  [
    'authorizer scope added',
    { authorizationScopes: ['a'] },
    { authorizationScopes: ['a', 'b'] },
    ['authorizer-scope-added: breaking'],
    'Ask for scope b in GET /pets',
  ],
  [
    'disconnected',
    {},
    { integration: undefined },
    ['integration-disconnected: breaking'],
    'Disconnect GET /pets',
  ],
  [
    'deprecated',
    {},
    { deprecated: true },
    ['operation-deprecated-without-sunset: documentation'],
    'Deprecate GET /pets',
  ],
  [
    'summary edited',
    { summary: 'a' },
    { summary: 'b' },
    ['documentation-changed: documentation'],
    'Edit the summary of GET /pets',
  ],
  [
    'example edited',
    { responses: { 200: { content: { 'text/plain': { example: 'a' } } } } },
    { responses: { 200: { content: { 'text/plain': { example: 'b' } } } } },
    ['documentation-changed: documentation'],
    'Edit the example of the 200 response of GET /pets',
  ],
  [
    'operation id changed',
    { operationId: 'a' },
    { operationId: 'b' },
    ['operation-id-changed: documentation'],
    'Change the operation id of GET /pets',
  ],
  [
    'method changed',
    {},
    { httpMethod: 'PUT' },
    ['method-replaced: breaking'],
    'Change GET /pets to PUT /pets',
  ],
  [
    'method widened',
    {},
    { httpMethod: 'ANY' },
    ['method-widened-to-any: safe'],
    'Change GET /pets to ANY /pets',
  ],
  [
    'extension edited',
    {},
    { rest: { 'x-a': 1 } },
    ['extensions-changed: documentation'],
    'Edit x-a of GET /pets',
  ],
])('%s', (_, before, after, found, title) => {
  expect(editing(before, after)).toEqual({ title, found })
})

test('a title tells of all that was edited, also of words beside what matters, forth and back', () => {
  const period = { name: 'period', in: 'path', required: true } as const
  const [bare, told] = [{}, { parameters: [period], operationId: 'report', summary: 'A report' }]
  expect(editing(bare, told).title).toBe('Describe path parameter period in GET /pets and 2 more edits')
  expect(editing(told, bare).title).toBe(
    'No longer describe path parameter period in GET /pets and 2 more edits',
  )
})

test('one rename, one addition: each is found, the worst first', () => {
  const before = { parameters: [query('since'), query('limit', { schema: { type: 'integer' } })] }
  const after = {
    parameters: [
      query('after'),
      query('limit', { schema: { type: 'integer' } }),
      query('must', { required: true, schema: { type: 'boolean' } }),
    ],
  }
  expect(editing(before, after)).toEqual({
    title: 'Change GET /pets',
    found: ['required-parameter-added: breaking', 'optional-parameter-renamed: risky'],
  })
})

test('a parameter moved to a component means the same', () => {
  const component: ApiRecord = {
    kind: 'component',
    id: 'com_1',
    section: 'parameters',
    name: 'since',
    value: query('since'),
  }
  const moved = editing(
    { parameters: [query('since')] },
    { parameters: [{ $ref: '#/components/parameters/since' }] },
    component,
  )
  expect(moved.found).toEqual(['same-meaning: safe'])
})

test('a parameter that operations share is judged once, for all of them', () => {
  const shared = (required: boolean): ApiRecord => ({
    kind: 'component',
    id: 'com_1',
    section: 'parameters',
    name: 'since',
    value: query('since', { required }),
  })
  const user = list({ parameters: [{ $ref: '#/components/parameters/since' }] })
  const [change, ...others] = changes(pets(user, shared(false)), pets(user, shared(true)))
  expect(others).toEqual([])
  expect(change).toMatchObject({ record: 'com_1', verdict: 'breaking', affects: ['met_list'] })
  expect(change!.findings[0]!.location).toEqual({ record: 'com_1', path: ['value', 'required'] })
})

test("a path's own parameters are judged for the methods below it", () => {
  const path = (required: boolean): ApiRecord => ({
    kind: 'resource',
    id: 'res_pets',
    parent: 'res_root',
    pathPart: 'pets',
    parameters: [query('since', { required })],
  })
  expect(changes(pets(path(false)), pets(path(true)))).toMatchObject([
    {
      title: 'Require query parameter since in /pets',
      verdict: 'breaking',
      affects: ['met_create', 'met_list'],
    },
  ])
})

test('the default security of an API closes the methods that have none of their own', () => {
  const api = (security: JsonObject[]): ApiRecord => ({ kind: 'api', id: 'api_1', name: 'pets', security })
  expect(changes(pets(api([])), pets(api([{ key: [] }])))).toMatchObject([
    { kind: 'api', verdict: 'breaking', findings: [{ check: 'security-introduced' }] },
  ])
})

test('operations added and removed', () => {
  expect(changes(pets(), without(pets(), 'met_list'))).toMatchObject([
    {
      title: 'Remove GET /pets',
      verdict: 'breaking',
      action: 'removed',
      findings: [{ check: 'operation-removed' }],
    },
  ])
  expect(changes(without(pets(), 'met_list'), pets())).toMatchObject([
    { title: 'Add GET /pets', verdict: 'safe', action: 'added' },
  ])
})
