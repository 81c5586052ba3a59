import { type Cases, method, parameter, query } from './case.fixture.ts'

const [string, integer] = [{ type: 'string' }, { type: 'integer' }]
const path = (name: string) => query(name, { in: 'path', required: true })

export const parameterCases: Cases = {
  'path-parameter-described': method(
    {},
    { parameters: [path('id')] },
    'safe: The path parameter id is described now. (met_list → met_list parameters 0)',
  ),
  'path-parameter-undescribed': method(
    { parameters: [path('id')] },
    {},
    'safe: The path parameter id is not described any more. (met_list parameters 0 → met_list)',
  ),
  'path-parameter-renamed': method(
    { parameters: [path('id')] },
    { parameters: [path('petId')] },
    'safe: The path parameter id is called petId now. The wire does not change. (met_list parameters 0 → met_list parameters 0)',
  ),
  'required-parameter-added': method(
    { parameters: [query('a')] },
    { parameters: [query('a'), query('b', { required: true })] },
    'breaking: The query parameter b is new and required: callers do not send it yet. (met_list parameters → met_list parameters 1)',
  ),
  'optional-parameter-added': method(
    {},
    { parameters: [query('since')] },
    'safe: The query parameter since is new and optional. (met_list → met_list parameters 0)',
  ),
  'parameter-removed': method(
    { parameters: [query('a'), query('b')] },
    { parameters: [query('b')] },
    'risky: The query parameter a is gone: callers who send it may be ignored or refused. (met_list parameters 0 → met_list parameters)',
  ),
  'parameter-moved': method(
    { parameters: [query('a'), query('token')] },
    { parameters: [query('token', { in: 'header' }), query('a')] },
    'breaking: The parameter token is sent in the header now, it was in the query: callers send it where nobody looks. (met_list parameters 1 → met_list parameters 0)',
  ),
  'required-parameter-renamed': method(
    { parameters: [query('a', { required: true })] },
    { parameters: [query('b', { required: true })] },
    'breaking: The required query parameter a is called b now: callers send the old name. (met_list parameters 0 → met_list parameters 0)',
  ),
  'optional-parameter-renamed': method(
    { parameters: [query('a')] },
    { parameters: [query('b')] },
    'risky: The query parameter a is called b now: what callers send by the old name may be ignored. (met_list parameters 0 → met_list parameters 0)',
  ),
  'parameter-became-required': parameter(
    {},
    { required: true },
    'breaking: The query parameter q is required now. (met_list parameters 0 → met_list parameters 0 required)',
  ),
  'parameter-became-optional': parameter(
    { required: true },
    {},
    'safe: The query parameter q is optional now. (met_list parameters 0 required → met_list parameters 0)',
  ),
  'parameter-style-changed': parameter(
    { style: 'form' },
    { style: 'pipeDelimited' },
    'breaking: The query parameter q is written in another way: its style is "pipeDelimited", it was "form". (met_list parameters 0 style → met_list parameters 0 style)',
  ),
  'parameter-explode-changed': parameter(
    {},
    { explode: false },
    'breaking: The query parameter q is written in another way: its explode is false, it was none. (met_list parameters 0 → met_list parameters 0 explode)',
  ),
  'parameter-content-changed': method(
    { parameters: [query('q')] },
    { parameters: [{ name: 'q', in: 'query', content: { 'application/json': { schema: string } } }] },
    'breaking: The query parameter q is written as application/json, it was plain text. (met_list parameters 0 → met_list parameters 0 content)',
  ),
  'parameter-reserved-changed': parameter(
    {},
    { allowReserved: true },
    'risky: Characters like / and ? in the query parameter q are sent as they are now. (met_list parameters 0 → met_list parameters 0 allowReserved)',
  ),
  'parameter-empty-value-refused': parameter(
    { allowEmptyValue: true },
    {},
    'breaking: The query parameter q may not be empty any more. (met_list parameters 0 allowEmptyValue → met_list parameters 0)',
  ),
  'parameter-empty-value-allowed': parameter(
    {},
    { allowEmptyValue: true },
    'safe: The query parameter q may be empty now. (met_list parameters 0 → met_list parameters 0 allowEmptyValue)',
  ),
  'parameter-deprecated': parameter(
    {},
    { deprecated: true },
    'documentation: The query parameter q is marked as deprecated. (met_list parameters 0 → met_list parameters 0 deprecated)',
  ),
  'parameter-deprecation-withdrawn': parameter(
    { deprecated: true },
    {},
    'documentation: The query parameter q is not marked as deprecated any more. (met_list parameters 0 deprecated → met_list parameters 0)',
  ),
  'parameter-type-changed': parameter(
    { schema: string },
    { schema: integer },
    'breaking: The type of query parameter q is integer, it was string. (met_list parameters 0 schema type → met_list parameters 0 schema type)',
  ),
  'parameter-enum-narrowed': parameter(
    { schema: { ...string, enum: ['a', 'b'] } },
    { schema: { ...string, enum: ['a'] } },
    'breaking: Query parameter q may not be "b" any more. (met_list parameters 0 schema enum → met_list parameters 0 schema enum)',
  ),
  'parameter-limit-tightened': parameter(
    { schema: { ...integer, maximum: 100 } },
    { schema: { ...integer, maximum: 50 } },
    'breaking: Query parameter q has a stricter maximum: 50, it was 100. (met_list parameters 0 schema maximum → met_list parameters 0 schema maximum)',
  ),
  'parameter-pattern-changed': parameter(
    { schema: { ...string, pattern: '^a' } },
    { schema: { ...string, pattern: '^b' } },
    'risky: Query parameter q has another pattern: "^b", it was "^a". (met_list parameters 0 schema pattern → met_list parameters 0 schema pattern)',
  ),
  'parameter-default-added': parameter(
    { schema: integer },
    { schema: { ...integer, default: 30 } },
    'risky: The default of query parameter q is 30, it was none. (met_list parameters 0 schema → met_list parameters 0 schema default)',
  ),
  'parameter-default-removed': parameter(
    { schema: { ...integer, default: 30 } },
    { schema: integer },
    'risky: The default of query parameter q is none, it was 30. (met_list parameters 0 schema default → met_list parameters 0 schema)',
  ),
  'parameter-default-changed': parameter(
    { schema: { ...integer, default: 30 } },
    { schema: { ...integer, default: 100 } },
    'risky: The default of query parameter q is 100, it was 30. (met_list parameters 0 schema default → met_list parameters 0 schema default)',
  ),
}
