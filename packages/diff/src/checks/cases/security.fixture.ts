import type { ApiRecord, JsonObject } from '@penstock/model'
import { list } from '../../definition.fixture.ts'
import { type Case, type Cases, method, records } from './case.fixture.ts'

const authorizer = (fields: object): ApiRecord => ({
  kind: 'authorizer',
  id: 'aut_1',
  name: 'who',
  ...fields,
})
const guarded = list({ authorizer: 'aut_1', authorizationType: 'CUSTOM' })
const other: ApiRecord = { kind: 'authorizer', id: 'aut_2', name: 'other' }

function settings(before: JsonObject, after: JsonObject, says: string): Case {
  const type = { type: 'request' }
  return records(
    [guarded, authorizer({ settings: { ...type, ...before } })],
    [guarded, authorizer({ settings: { ...type, ...after } })],
    says,
  )
}

function scheme(before: JsonObject, after: JsonObject, says: string): Case {
  return records([guarded, authorizer({ scheme: before })], [guarded, authorizer({ scheme: after })], says)
}

const oauth = (...scopes: string[]): JsonObject => ({
  type: 'oauth2',
  flows: { clientCredentials: { scopes: Object.fromEntries(scopes.map((scope) => [scope, ''])) } },
})

export const securityCases: Cases = {
  'security-introduced': method(
    {},
    { security: [{ key: [] }] },
    'breaking: Callers need key; it was nothing. (met_list → met_list security)',
  ),
  'security-dropped': method(
    { security: [{ key: [] }] },
    { security: [] },
    'risky: Callers need nothing; it was key. Anybody may call now. (met_list security → met_list security)',
  ),
  'security-scheme-removed': method(
    { security: [{ key: [] }, { basic: [] }] },
    { security: [{ key: [] }] },
    'breaking: Callers need key; it was key, or basic. basic lets nobody in any more. (met_list security → met_list security)',
  ),
  'security-scope-added': method(
    { security: [{ oauth: ['read'] }] },
    { security: [{ oauth: ['read', 'write'] }] },
    'breaking: Callers need oauth and oauth:read and oauth:write; it was oauth and oauth:read. Tokens without oauth:write are refused. (met_list security → met_list security)',
  ),
  'security-requirement-added': method(
    { security: [{ key: [] }] },
    { security: [{ key: [], signature: [] }] },
    'breaking: Callers need key and signature; it was key. (met_list security → met_list security)',
  ),
  'security-scope-removed': method(
    { security: [{ oauth: ['read', 'write'] }] },
    { security: [{ oauth: ['read'] }] },
    'safe: Callers need oauth and oauth:read; it was oauth and oauth:read and oauth:write. (met_list security → met_list security)',
  ),
  'security-alternative-added': method(
    { security: [{ key: [] }] },
    { security: [{ key: [] }, { basic: [] }] },
    'safe: Callers need key, or basic; it was key. (met_list security → met_list security)',
  ),
  'authorizer-scope-added': method(
    { authorizationScopes: ['read'] },
    { authorizationScopes: ['write'] },
    'breaking: Scopes asked for now: write. No more asked for: read. (met_list authorizationScopes → met_list authorizationScopes)',
  ),
  'authorizer-scope-removed': method(
    { authorizationScopes: ['read'] },
    {},
    'risky: No more asked for: read. (met_list authorizationScopes → met_list)',
  ),
  'api-key-demanded': method(
    {},
    { apiKeyRequired: true },
    'breaking: An API key is required now: calls without one are refused. (met_list → met_list apiKeyRequired)',
  ),
  'api-key-dropped': method(
    { apiKeyRequired: true },
    {},
    'risky: No API key is required any more, and no usage plan limits callers. (met_list apiKeyRequired → met_list)',
  ),
  'authorization-introduced': method(
    {},
    { authorizationType: 'AWS_IAM' },
    'breaking: Authorization is AWS_IAM, it was NONE: callers must prove who they are. (met_list → met_list authorizationType)',
  ),
  'authorization-dropped': method(
    { authorizationType: 'AWS_IAM' },
    {},
    'risky: No authorization any more (it was AWS_IAM): anybody may call. (met_list authorizationType → met_list)',
  ),
  'authorization-type-changed': method(
    { authorizationType: 'AWS_IAM' },
    { authorizationType: 'JWT' },
    'breaking: Authorization is JWT, it was AWS_IAM: callers must prove who they are in another way. (met_list authorizationType → met_list authorizationType)',
  ),
  'authorizer-added': method(
    {},
    { authorizer: 'aut_1' },
    'breaking: The authorizer who decides now who may call. (met_list → met_list authorizer)',
    authorizer({}),
  ),
  'authorizer-removed': method(
    { authorizer: 'aut_1' },
    {},
    'risky: The authorizer who is not asked any more. (met_list authorizer → met_list)',
    authorizer({}),
  ),
  'authorizer-replaced': method(
    { authorizer: 'aut_1' },
    { authorizer: 'aut_2' },
    'risky: The authorizer other decides who may call, it was who. (met_list authorizer → met_list authorizer)',
    authorizer({}),
    other,
  ),
  'security-scheme-replaced': scheme(
    { type: 'apiKey', in: 'header', name: 'X-Key' },
    { type: 'apiKey', in: 'query', name: 'X-Key' },
    'breaking: The in of the security scheme who is "query", it was "header": callers send their credentials in another way. (aut_1 scheme in → aut_1 scheme in)',
  ),
  'oauth-scope-withdrawn': scheme(
    oauth('read', 'write'),
    oauth('read'),
    'breaking: The security scheme who does not offer write any more: clients that ask for it get no token. (aut_1 scheme flows clientCredentials scopes → aut_1 scheme flows clientCredentials scopes)',
  ),
  'oauth-scope-offered': scheme(
    oauth('read'),
    oauth('read', 'write'),
    'safe: The security scheme who offers write now. (aut_1 scheme flows clientCredentials scopes → aut_1 scheme flows clientCredentials scopes)',
  ),
  'authorizer-identity-source-changed': settings(
    { identitySource: 'method.request.header.Authorization' },
    { identitySource: 'method.request.header.X-Token' },
    'breaking: The authorizer who looks for credentials in "method.request.header.X-Token", it was "method.request.header.Authorization": callers who send them elsewhere are refused. (aut_1 settings identitySource → aut_1 settings identitySource)',
  ),
  'authorizer-issuer-changed': settings(
    { jwtConfiguration: { issuer: 'https://a' } },
    { jwtConfiguration: { issuer: 'https://b' } },
    'breaking: The authorizer who believes another issuer or audience: tokens that were good may be refused. (aut_1 settings jwtConfiguration → aut_1 settings jwtConfiguration)',
  ),
  'authorizer-type-changed': settings(
    {},
    { type: 'token' },
    'risky: The type of the authorizer who is "token", it was "request". (aut_1 settings type → aut_1 settings type)',
  ),
  'authorizer-token-pattern-changed': settings(
    {},
    { identityValidationExpression: '^Bearer' },
    'risky: Tokens are held against another pattern before the authorizer who is asked: "^Bearer", it was none. (aut_1 settings → aut_1 settings identityValidationExpression)',
  ),
  'authorizer-cache-changed': settings(
    { authorizerResultTtlInSeconds: 300 },
    { authorizerResultTtlInSeconds: 0 },
    'risky: Decisions of the authorizer who are remembered for 0 seconds, it was 300. (aut_1 settings authorizerResultTtlInSeconds → aut_1 settings authorizerResultTtlInSeconds)',
  ),
  'authorizer-target-changed': settings(
    { authorizerUri: 'a' },
    { authorizerUri: 'b' },
    'risky: Another function decides for the authorizer who: it may let in and keep out others than before. (aut_1 settings authorizerUri → aut_1 settings authorizerUri)',
  ),
  'authorizer-settings-changed': settings(
    {},
    { enableSimpleResponses: true },
    'risky: The authorizer who has another enableSimpleResponses: it may let in and keep out others than before. (aut_1 settings → aut_1 settings enableSimpleResponses)',
  ),
  'name-changed': records(
    [guarded, authorizer({})],
    [guarded, authorizer({ name: 'them' })],
    'documentation: The authorizer who is called them now. (aut_1 name → aut_1 name)',
  ),
}
