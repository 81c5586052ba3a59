import { list, pets, without } from '../../definition.fixture.ts'
import { type Cases, json, method, query, records } from './case.fixture.ts'

const path = (pathPart: string) => ({
  kind: 'resource' as const,
  id: 'res_pets',
  parent: 'res_root',
  pathPart,
})
const sunset = (day: string) => ({ deprecated: true, rest: { 'x-sunset': day } })
const text = json({ type: 'string' })

export const operationCases: Cases = {
  'operation-added': {
    before: without(pets(), 'met_list'),
    after: pets(),
    says: 'safe: GET /pets is new. (nowhere → met_list)',
  },
  'operation-removed': {
    before: pets(),
    after: without(pets(), 'met_list'),
    says: 'breaking: GET /pets is gone: calls to it fail. (met_list → nowhere)',
  },
  'deprecated-operation-removed': {
    before: pets(list(sunset('2027-01-01'))),
    after: without(pets(), 'met_list'),
    says: 'risky: GET /pets is gone. It was deprecated, to end on 2027-01-01: calls that still come fail. (met_list → nowhere)',
  },
  'path-moved': records(
    [path('pets')],
    [path('animals')],
    'breaking: /pets is now /animals: calls to the old path fail. (res_pets pathPart → res_pets pathPart)',
  ),
  'path-parameter-names-changed': records(
    [path('{a}')],
    [path('{b}')],
    'safe: Only names of path parameters differ: /{a} is now /{b}. The wire does not change. (res_pets pathPart → res_pets pathPart)',
  ),
  'method-widened-to-any': method(
    {},
    { httpMethod: 'ANY' },
    'safe: Every method is answered now, not only GET. (met_list httpMethod → met_list httpMethod)',
  ),
  'method-narrowed-from-any': method(
    { httpMethod: 'ANY' },
    {},
    'breaking: Only GET is answered now: calls with every other method fail. (met_list httpMethod → met_list httpMethod)',
  ),
  'method-replaced': method(
    {},
    { httpMethod: 'PUT' },
    'breaking: GET is now PUT: calls with GET fail. (met_list httpMethod → met_list httpMethod)',
  ),
  'operation-id-changed': method(
    { operationId: 'a' },
    { operationId: 'b' },
    'documentation: The operation id is b, it was a. Clients made from the description get other method names. (met_list operationId → met_list operationId)',
  ),
  'operation-deprecated': method(
    {},
    sunset('2027-01-01'),
    'documentation: It is marked as deprecated, to end on 2027-01-01. (met_list → met_list deprecated)',
  ),
  'operation-deprecated-without-sunset': method(
    {},
    { deprecated: true },
    'documentation: It is marked as deprecated. No x-sunset says when it ends. (met_list → met_list deprecated)',
  ),
  'operation-deprecation-withdrawn': method(
    { deprecated: true },
    {},
    'documentation: It is not marked as deprecated any more. (met_list deprecated → met_list)',
  ),
  'sunset-set': method(
    { deprecated: true },
    sunset('2027-01-01'),
    'documentation: It is to end on 2027-01-01. (met_list → met_list rest x-sunset)',
  ),
  'sunset-removed': method(
    sunset('2027-01-01'),
    { deprecated: true },
    'documentation: It is not said any more when it ends; it was to be on 2027-01-01. (met_list rest x-sunset → met_list)',
  ),
  'sunset-brought-forward': method(
    sunset('2027-01-01'),
    sunset('2026-12-01'),
    'risky: It is to end on 2026-12-01, earlier than was announced (2027-01-01): clients have less time to move. (met_list rest x-sunset → met_list rest x-sunset)',
  ),
  'sunset-postponed': method(
    sunset('2027-01-01'),
    sunset('2027-06-01'),
    'documentation: It is to end on 2027-06-01, later than was announced (2027-01-01). (met_list rest x-sunset → met_list rest x-sunset)',
  ),
  'required-request-body-added': method(
    {},
    { requestBody: { ...text, required: true } },
    'breaking: A request body is required now. (met_list → met_list requestBody)',
  ),
  'optional-request-body-added': method(
    {},
    { requestBody: text },
    'safe: A request body may be sent now. (met_list → met_list requestBody)',
  ),
  'request-body-removed': method(
    { requestBody: text },
    {},
    'risky: The request body is gone: what callers send may be ignored or refused. (met_list requestBody → met_list)',
  ),
  'request-body-became-required': method(
    { requestBody: text },
    { requestBody: { ...text, required: true } },
    'breaking: The request body is required now. (met_list requestBody → met_list requestBody required)',
  ),
  'request-body-became-optional': method(
    { requestBody: { ...text, required: true } },
    { requestBody: text },
    'safe: The request body is optional now. (met_list requestBody required → met_list requestBody)',
  ),
  'request-media-type-added': method(
    { requestBody: text },
    { requestBody: { content: { ...(text['content'] as object), 'text/csv': {} } } },
    'safe: The request body can be text/csv now. (met_list requestBody content → met_list requestBody content text/csv)',
  ),
  'request-media-type-removed': method(
    { requestBody: text },
    { requestBody: { content: {} } },
    'breaking: The request body can not be application/json any more: callers who send it are refused. (met_list requestBody content application/json → met_list requestBody content)',
  ),
  'response-media-type-added': method(
    { responses: { 200: { content: {} } } },
    { responses: { 200: text } },
    'safe: The 200 response can be application/json now. (met_list responses 200 content → met_list responses 200 content application/json)',
  ),
  'response-media-type-removed': method(
    { responses: { 200: text } },
    { responses: { 200: { content: { 'text/csv': {} } } } },
    'breaking: The 200 response can not be application/json any more: clients that read it get something else. (met_list responses 200 content application/json → met_list responses 200 content)',
  ),
  'success-response-added': method(
    {},
    { responses: { 200: text } },
    'safe: The response 200 is described now. (met_list → met_list responses 200)',
  ),
  'other-success-response-added': method(
    { responses: { 200: text } },
    { responses: { 200: text, 202: text } },
    'risky: The response 202 may come now, beside the success that clients know. (met_list responses → met_list responses 202)',
  ),
  'error-response-added': method(
    {},
    { responses: { 404: text } },
    'safe: The response 404 is described now. (met_list → met_list responses 404)',
  ),
  'success-response-removed': method(
    { responses: { 200: text } },
    {},
    'breaking: The response 200 is gone: clients wait for it. (met_list responses 200 → met_list)',
  ),
  'error-response-removed': method(
    { responses: { 404: text } },
    {},
    'risky: The response 404 is gone: the document does not say what comes instead. (met_list responses 404 → met_list)',
  ),
  'response-header-added': method(
    { responses: { 200: {} } },
    { responses: { 200: { headers: { Link: {} } } } },
    'safe: The 200 response has a header Link now. (met_list responses 200 → met_list responses 200 headers Link)',
  ),
  'required-response-header-removed': method(
    { responses: { 200: { headers: { Link: { required: true } } } } },
    { responses: { 200: {} } },
    'breaking: The 200 response has no header Link any more, which was always there. (met_list responses 200 headers Link → met_list responses 200)',
  ),
  'optional-response-header-removed': method(
    { responses: { 200: { headers: { Link: {} } } } },
    { responses: { 200: {} } },
    'breaking: The 200 response has no header Link any more. (met_list responses 200 headers Link → met_list responses 200)',
  ),
  'response-header-became-required': method(
    { responses: { 200: { headers: { Link: {} } } } },
    { responses: { 200: { headers: { link: { required: true } } } } },
    'safe: The header link of the 200 response is always there now. (met_list responses 200 headers → met_list responses 200 headers link required)',
  ),
  'response-header-became-optional': method(
    { responses: { 200: { headers: { Link: { required: true } } } } },
    { responses: { 200: { headers: { Link: {} } } } },
    'breaking: The header Link of the 200 response is not always there any more. (met_list responses 200 headers Link required → met_list responses 200 headers Link)',
  ),
  'response-header-type-changed': method(
    { responses: { 200: { headers: { Age: { schema: { type: 'integer' } } } } } },
    { responses: { 200: { headers: { Age: { schema: { type: 'string' } } } } } },
    'breaking: The type of header Age of the 200 response is string, it was integer. (met_list responses 200 headers Age schema type → met_list responses 200 headers Age schema type)',
  ),
  'documentation-changed': method(
    { parameters: [query('a')] },
    { parameters: [query('a', { description: 'b' })] },
    'documentation: Documentation: description of query parameter a changed. (met_list parameters 0 → met_list parameters 0)',
  ),
  'extensions-changed': method(
    { rest: { 'x-a': 1 } },
    { rest: { 'x-a': 2 } },
    'documentation: Kept for export, not run: x-a. (met_list rest → met_list rest)',
  ),
  'same-meaning': method(
    { responses: { 200: json({ type: 'string', nullable: true }) } },
    { responses: { 200: json({ type: ['string', 'null'] }) } },
    'safe: It is written in another way and means the same to callers. (met_list → met_list)',
  ),
}
