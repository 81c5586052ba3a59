import type { Authorizer } from '@penstock/model'
import { api, aws, get, pets } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const path = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const scheme: Authorizer = { kind: 'authorizer', id: 'aut_1', name: 'bearer', scheme: { type: 'http' } }
const ok = { description: 'ok' }
const closed = (id: string) =>
  get({ id, httpMethod: 'POST', resource: `res_${id}`, security: [{ bearer: [] }] })
const fourClosed = ['a', 'b', 'c', 'd'].map(closed)
const request = (settings: Authorizer['settings']): Authorizer => ({
  kind: 'authorizer',
  id: 'aut_1',
  name: 'tickets',
  settings: { type: 'request', ...settings },
})
const twice = [get({ authorizer: 'aut_1' }), get({ id: 'met_post', httpMethod: 'POST', authorizer: 'aut_1' })]

export const operations: Cases = {
  'parameter-not-in-path': {
    fires: pets(get({ parameters: [path, { ...path, name: 'petId' }] })),
    at: 'met_get parameters.1',
    silent: [pets(get({ parameters: [path, { name: 'q', in: 'query' }] }))],
  },
  'path-parameter-optional': {
    fires: pets(get({ parameters: [{ name: 'id', in: 'path' }] })),
    at: 'met_get parameters.0',
    silent: [pets(get({ parameters: [path, { name: 'q', in: 'query' }] }))],
  },
  'parameter-declared-twice': {
    fires: pets(get({ parameters: [path, { name: 'q', in: 'query' }, { name: 'q', in: 'query' }] })),
    at: 'met_get parameters.2',
    silent: [pets(get({ parameters: [path, { name: 'q', in: 'query' }, { name: 'q', in: 'header' }] }))],
  },
  'operation-id-missing': {
    fires: pets(get({ operationId: undefined })),
    at: 'met_get operationId',
    silent: [pets(), pets(get({ operationId: undefined, httpMethod: 'OPTIONS' }))],
  },
  'description-missing': {
    fires: pets(get({ summary: undefined })),
    at: 'met_get summary',
    silent: [pets(), pets(get({ summary: undefined, description: 'One pet' }))],
  },
  'success-response-missing': {
    fires: pets(get({ responses: { 404: ok, '5XX': ok } })),
    at: 'met_get responses',
    silent: [
      pets(),
      pets(get({ responses: { 200: ok, 404: ok } })),
      pets(get({ responses: { default: ok } })),
    ],
  },
  'status-code-invalid': {
    fires: pets(get({ responses: { 200: ok, '20x': ok } })),
    at: 'met_get responses.20x',
    silent: [pets(get({ responses: { 200: ok, '4XX': ok, default: ok } }))],
  },
  'body-on-get': {
    fires: pets(get({ requestBody: { content: {} } })),
    at: 'met_get requestBody',
    silent: [pets(), pets(get({ httpMethod: 'POST', requestBody: { content: {} } }))],
  },
  'security-scheme-missing': {
    fires: pets(get({ security: [{ bearer: [] }] })),
    at: 'met_get security.0.bearer',
    silent: [pets(scheme, get({ security: [{ bearer: [] }, {}] }))],
  },
  'authorizer-documents-only': {
    fires: pets(scheme, get({ security: [{ bearer: [] }] })),
    at: 'aut_1 ',
    silent: [
      pets(scheme),
      pets(
        { ...scheme, settings: { type: 'jwt' } },
        get({ authorizer: 'aut_1', security: [{ bearer: [] }] }),
      ),
      pets(scheme, api({ security: [{ bearer: [] }] }), get({ security: [] })),
      pets(scheme, get({ security: [{ bearer: [] }], authorizationType: 'AWS_IAM' })),
    ],
  },
  'open-method': {
    fires: pets(scheme, ...fourClosed),
    at: 'met_get authorizer',
    silent: [
      pets(scheme, ...fourClosed, get({ security: [] })),
      pets(scheme, closed('a')),
      pets(scheme, ...fourClosed, get({ httpMethod: 'OPTIONS' })),
      pets(scheme, api({ security: [{ bearer: [] }] }), ...fourClosed),
    ],
  },
  'api-key-source-missing': {
    fires: pets(aws({ apiKeySource: 'AUTHORIZER' }), get({ apiKeyRequired: true })),
    at: 'met_get apiKeyRequired',
    silent: [
      pets(aws(), get({ apiKeyRequired: true })),
      pets(aws({ apiKeySource: 'AUTHORIZER' }), get({ apiKeyRequired: true, authorizer: 'aut_1' }), scheme),
    ],
  },
  'cached-policy-denies-siblings': {
    fires: pets(...twice, request({ identitySource: 'method.request.header.Authorization' })),
    at: 'aut_1 settings.authorizerResultTtlInSeconds',
    silent: [
      pets(...twice, request({ authorizerResultTtlInSeconds: 0 })),
      pets(...twice, request({ identitySource: 'method.request.header.Authorization, context.path' })),
      pets(twice[0]!, request({})),
      pets(...twice, request({ type: 'jwt' })),
    ],
  },
  'cache-without-identity': {
    fires: pets(request({ authorizerResultTtlInSeconds: 60 })),
    at: 'aut_1 settings.identitySource',
    silent: [
      pets(request({ authorizerResultTtlInSeconds: 0 })),
      pets(request({ identitySource: 'context.path' })),
    ],
  },
  'validator-without-input': {
    fires: pets(
      {
        kind: 'validator',
        id: 'val_1',
        name: 'all',
        validateRequestBody: true,
        validateRequestParameters: true,
      },
      get({ validator: 'val_1', parameters: [path, { name: 'q', in: 'query' }] }),
    ),
    at: 'met_get validator',
    silent: [
      pets(
        {
          kind: 'validator',
          id: 'val_1',
          name: 'all',
          validateRequestBody: false,
          validateRequestParameters: true,
        },
        get({ validator: 'val_1', parameters: [{ name: 'q', in: 'query', required: true }] }),
      ),
      pets(
        {
          kind: 'validator',
          id: 'val_1',
          name: 'all',
          validateRequestBody: true,
          validateRequestParameters: false,
        },
        get({ validator: 'val_1', requestBody: { content: { 'application/json': { schema: {} } } } }),
      ),
    ],
  },
}
