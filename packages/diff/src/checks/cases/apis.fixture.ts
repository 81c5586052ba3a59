import type { ApiRecord } from '@penstock/model'
import { model } from '../../definition.fixture.ts'
import { type Case, type Cases, records } from './case.fixture.ts'

const api = (fields: object): ApiRecord => ({ kind: 'api', id: 'api_1', name: 'pets', ...fields })
const opaque = (value: number): ApiRecord => ({ kind: 'opaque', id: 'opq_1', pointer: '/x-a', value })

function settings(before: object, after: object, says: string): Case {
  return records([api(before)], [api(after)], says)
}

function cors(before: object, after: object, says: string): Case {
  return settings({ cors: before }, { cors: after }, says)
}

export const apiCases: Cases = {
  'base-path-changed': settings(
    {},
    { basePath: '/v1' },
    'breaking: The base path is "/v1", it was none. Every path is another one. (api_1 → api_1 basePath)',
  ),
  'api-type-changed': settings(
    {},
    { type: 'HTTP' },
    'breaking: The type of the API is "HTTP", it was "REST". Another kind of API answers in another way. (api_1 → api_1 type)',
  ),
  'compatibility-changed': settings(
    {},
    { compatibility: 'aws' },
    'risky: The compatibility is "aws", it was "native". Errors, headers and events look different. (api_1 → api_1 compatibility)',
  ),
  'api-key-source-changed': settings(
    {},
    { apiKeySource: 'AUTHORIZER' },
    'breaking: The API key source is "AUTHORIZER", it was "HEADER". Callers must send their keys elsewhere. (api_1 → api_1 apiKeySource)',
  ),
  'binary-media-types-changed': settings(
    {},
    { binaryMediaTypes: ['image/png'] },
    'risky: The binary media types are ["image/png"], it was none. Bodies may arrive encoded or not. (api_1 → api_1 binaryMediaTypes)',
  ),
  'compression-changed': settings(
    {},
    { minimumCompressionSize: 1024 },
    'safe: The compression is 1024, it was none. Clients say what they accept. (api_1 → api_1 minimumCompressionSize)',
  ),
  'default-validator-changed': settings(
    {},
    { validator: 'val_1' },
    'risky: The validator is "val_1", it was none. Some requests that passed may be refused. (api_1 → api_1 validator)',
  ),
  'schema-dialect-changed': settings(
    {},
    { dialect: 'oas30' },
    'safe: The schema dialect is "oas30", it was "oas31". The same schemas are written in another way. (api_1 → api_1 dialect)',
  ),
  'api-documentation-changed': settings(
    {},
    { description: 'Pets' },
    'documentation: The description of the API is another one. (api_1 → api_1 description)',
  ),
  'cors-turned-on': settings(
    {},
    { cors: { allowOrigins: ['*'] } },
    'risky: The gateway answers browsers of other sites itself now: {"allowOrigins":["*"]}. (api_1 → api_1 cors)',
  ),
  'cors-turned-off': settings(
    { cors: { allowOrigins: ['*'] } },
    {},
    'breaking: The gateway does not let browsers of other sites in any more. (api_1 cors → api_1)',
  ),
  'cors-origin-removed': cors(
    { allowOrigins: ['https://a.example', 'https://b.example'] },
    { allowOrigins: ['https://a.example'] },
    'breaking: Browsers on https://b.example are kept out now. (api_1 cors allowOrigins → api_1 cors allowOrigins)',
  ),
  'cors-origin-added': cors(
    { allowOrigins: ['https://a.example'] },
    { allowOrigins: ['*'] },
    'risky: Browsers on * are let in now. (api_1 cors allowOrigins → api_1 cors allowOrigins)',
  ),
  'cors-method-removed': cors(
    { allowMethods: ['GET', 'PUT'] },
    { allowMethods: ['GET'] },
    'breaking: Browsers of other sites may not use PUT any more. (api_1 cors allowMethods → api_1 cors allowMethods)',
  ),
  'cors-request-header-removed': cors(
    { allowHeaders: ['X-A'] },
    { allowHeaders: [] },
    'breaking: Browsers of other sites may not send X-A any more. (api_1 cors allowHeaders → api_1 cors allowHeaders)',
  ),
  'cors-exposed-header-removed': cors(
    { exposeHeaders: ['Link'] },
    {},
    'breaking: Pages of other sites may not read Link any more. (api_1 cors exposeHeaders → api_1 cors)',
  ),
  'cors-credentials-refused': cors(
    { allowCredentials: true },
    {},
    'breaking: Browsers of other sites may not send cookies and credentials any more. (api_1 cors allowCredentials → api_1 cors)',
  ),
  'cors-loosened': cors(
    { maxAgeSeconds: 60 },
    { maxAgeSeconds: 600 },
    'safe: The maxAgeSeconds of CORS is 600. (api_1 cors maxAgeSeconds → api_1 cors maxAgeSeconds)',
  ),
  'record-added': records([], [model('Pet', {})], 'safe: The model Pet is new. (nowhere → mod_Pet)'),
  'record-removed': records([model('Pet', {})], [], 'safe: The model Pet is gone. (mod_Pet → nowhere)'),
  'documentation-part-added': records(
    [],
    [opaque(1)],
    'documentation: The description part /x-a is new. (nowhere → opq_1)',
  ),
  'documentation-part-removed': records(
    [opaque(1)],
    [],
    'documentation: The description part /x-a is gone. (opq_1 → nowhere)',
  ),
  'opaque-changed': records(
    [opaque(1)],
    [opaque(2)],
    'documentation: What the description says at /x-a is kept for export, not run. (opq_1 value → opq_1 value)',
  ),
}
