import type { ApiRecord, Json, Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../build.ts'
import { petApi } from './definition.fixture.ts'

const refused = (method: Partial<Method>, ...more: ApiRecord[]) => {
  const { bundle, diagnostics } = buildBundle(petApi({}, method, ...more))
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(
    bundle.routes[0]!.refused ? ['access-not-checked'] : [],
  )
  return bundle.routes[0]!.refused?.responseType
}

const authorizer = (settings?: { [key: string]: Json }): ApiRecord => ({
  kind: 'authorizer',
  id: 'aut_1',
  name: 'who',
  scheme: { type: 'http' },
  settings,
})

test.each<[string, Partial<Method>, string]>([
  ['Amazon credentials', { authorizationType: 'AWS_IAM' }, 'ACCESS_DENIED'],
  ['a function authorizer', { authorizationType: 'CUSTOM' }, 'AUTHORIZER_CONFIGURATION_ERROR'],
  ['a Cognito user pool', { authorizationType: 'COGNITO_USER_POOLS' }, 'AUTHORIZER_CONFIGURATION_ERROR'],
  ['a JWT', { authorizationType: 'JWT' }, 'AUTHORIZER_CONFIGURATION_ERROR'],
  ['an authorizer that is gone', { authorizer: 'aut_gone' }, 'AUTHORIZER_CONFIGURATION_ERROR'],
])('a method that asks for %s is closed', (_, method, responseType) => {
  expect(refused(method)).toBe(responseType)
})

test('a method that asks for an API key is open to those who show one, unless its authorizer would hand it over', () => {
  const { bundle } = buildBundle(petApi({}, { apiKeyRequired: true }))
  expect(bundle).toMatchObject({ format: 4, routes: [{ apiKey: true }] })
  const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'pets', apiKeySource: 'AUTHORIZER' }
  expect(refused({ apiKeyRequired: true }, api)).toBe('INVALID_API_KEY')
  expect(buildBundle(petApi({}, { apiKeyRequired: true }, api)).bundle.routes[0]).not.toHaveProperty('apiKey')
})

test('an authorizer that something runs closes the method, one that only documents does not', () => {
  expect(refused({ authorizer: 'aut_1' }, authorizer({ type: 'token' }))).toBe(
    'AUTHORIZER_CONFIGURATION_ERROR',
  )
  expect(refused({ authorizer: 'aut_1' }, authorizer())).toBeUndefined()
})

test('plain OpenAPI security is documentation', () => {
  expect(refused({ security: [{ basic: [] }] })).toBeUndefined()
})

const policy = (statement: Json): ApiRecord => ({
  kind: 'api',
  id: 'api_1',
  name: 'pets',
  rest: { 'x-amazon-apigateway-policy': { Statement: [statement] } },
})

test('a resource policy that lets everybody in closes nothing, any other closes all', () => {
  const open = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
  expect(refused({}, policy(open))).toBeUndefined()
  expect(refused({}, policy({ ...open, Condition: { IpAddress: {} } }))).toBe('ACCESS_DENIED')
  expect(refused({}, policy({ ...open, Effect: 'Deny' }))).toBe('ACCESS_DENIED')
  expect(refused({}, policy('?'))).toBe('ACCESS_DENIED')
})

test.each<[string, { [key: string]: Json }]>([
  ['one stage', { Resource: 'execute-api:/prod/*' }],
  ['one method', { Resource: 'arn:aws:execute-api:eu-west-1:1234:abc/prod/GET/*' }],
  ['another service', { Resource: 'arn:aws:s3:::bucket/*' }],
  ['no resource', { Resource: [] }],
  ['another action', { Action: 'execute-api:ManageConnections' }],
  ['no action', { Action: [] }],
])('a resource policy that lets callers in to %s closes all', (_, narrowed) => {
  const open = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }
  expect(refused({}, policy({ ...open, ...narrowed }))).toBe('ACCESS_DENIED')
})

test.each(['*', 'arn:aws:execute-api:eu-west-1:1234:abc/*', 'arn:aws-cn:execute-api:*:*:*/*'])(
  'the resource %s is every route',
  (Resource) => {
    const open = { Effect: 'Allow', Principal: { AWS: '*' }, Action: ['execute-api:*'], Resource: [Resource] }
    expect(refused({}, policy(open))).toBeUndefined()
  },
)
