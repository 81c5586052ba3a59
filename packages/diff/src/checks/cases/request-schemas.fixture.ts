import { type Cases, object, request } from './case.fixture.ts'

const [string, integer, number] = [{ type: 'string' }, { type: 'integer' }, { type: 'number' }]
const array = { type: 'array', items: string }
const kinds = (mapping: { [value: string]: string }) => ({
  discriminator: { propertyName: 'kind', mapping },
})

export const requestSchemaCases: Cases = {
  'request-became-nullable': request(
    string,
    { type: ['string', 'null'] },
    'safe: The request body may be null now. (met_list requestBody content application/json schema type → met_list requestBody content application/json schema type)',
  ),
  'request-became-not-nullable': request(
    { ...string, nullable: true },
    string,
    'breaking: The request body may not be null any more. (met_list requestBody content application/json schema type → met_list requestBody content application/json schema type)',
  ),
  'request-type-widened': request(
    integer,
    number,
    'safe: The type of the request body is number, it was integer. (met_list requestBody content application/json schema type → met_list requestBody content application/json schema type)',
  ),
  'request-type-narrowed': request(
    number,
    integer,
    'breaking: The type of the request body is integer, it was number. (met_list requestBody content application/json schema type → met_list requestBody content application/json schema type)',
  ),
  'request-type-changed': request(
    string,
    integer,
    'breaking: The type of the request body is integer, it was string. (met_list requestBody content application/json schema type → met_list requestBody content application/json schema type)',
  ),
  'request-enum-introduced': request(
    string,
    { ...string, enum: ['a'] },
    'breaking: The request body may only be "a" now. (met_list requestBody content application/json schema → met_list requestBody content application/json schema enum)',
  ),
  'request-enum-value-removed': request(
    { enum: ['a', 'b'] },
    { enum: ['a', 'c'] },
    'breaking: The request body may be "c" now, and may not be "b" any more. (met_list requestBody content application/json schema enum → met_list requestBody content application/json schema enum)',
  ),
  'request-enum-widened': request(
    { enum: ['a'] },
    { enum: ['a', 'b'] },
    'safe: The request body may be "b" now. (met_list requestBody content application/json schema enum → met_list requestBody content application/json schema enum)',
  ),
  'request-required-property-added': request(
    object({}),
    object({ a: string }, ['a']),
    'breaking: "a" in the request body is new and required. (met_list requestBody content application/json schema properties → met_list requestBody content application/json schema properties a)',
  ),
  'request-optional-property-added': request(
    object({}),
    object({ a: string }),
    'safe: "a" in the request body is new. (met_list requestBody content application/json schema properties → met_list requestBody content application/json schema properties a)',
  ),
  'request-property-removed': request(
    object({ a: string }),
    object({}),
    'risky: "a" in the request body is gone: what callers send may be ignored. (met_list requestBody content application/json schema properties a → met_list requestBody content application/json schema properties)',
  ),
  'request-property-removed-from-closed-object': request(
    { ...object({ a: string }), additionalProperties: false },
    { ...object({}), additionalProperties: false },
    'breaking: "a" in the request body is gone, and what is not described is refused. (met_list requestBody content application/json schema properties a → met_list requestBody content application/json schema properties)',
  ),
  'request-property-became-required': request(
    object({ owner: object({ login: string }) }),
    object({ owner: object({ login: string }, ['login']) }),
    'breaking: "owner.login" in the request body is required now. (met_list requestBody content application/json schema properties owner properties login → met_list requestBody content application/json schema properties owner properties login)',
  ),
  'request-property-became-optional': request(
    object({ a: string }, ['a']),
    object({ a: string }),
    'safe: "a" in the request body is optional now. (met_list requestBody content application/json schema properties a → met_list requestBody content application/json schema properties a)',
  ),
  'request-property-became-read-only': request(
    object({ a: string }),
    object({ a: { ...string, readOnly: true } }),
    'risky: "a" in the request body is read only now: what callers send may be ignored or refused. (met_list requestBody content application/json schema properties a → met_list requestBody content application/json schema properties a readOnly)',
  ),
  'request-required-property-became-writable': request(
    object({ a: { ...string, readOnly: true } }, ['a']),
    object({ a: string }, ['a']),
    'breaking: "a" in the request body is not read only any more, and required: callers do not send it yet. (met_list requestBody content application/json schema properties a readOnly → met_list requestBody content application/json schema properties a)',
  ),
  'request-property-became-writable': request(
    object({ a: { ...string, readOnly: true } }),
    object({ a: string }),
    'safe: "a" in the request body is not read only any more. (met_list requestBody content application/json schema properties a readOnly → met_list requestBody content application/json schema properties a)',
  ),
  'property-deprecated': request(
    object({ a: string }),
    object({ a: { ...string, deprecated: true } }),
    'documentation: "a" in the request body is marked as deprecated. (met_list requestBody content application/json schema properties a → met_list requestBody content application/json schema properties a deprecated)',
  ),
  'property-deprecation-withdrawn': request(
    object({ a: { ...string, deprecated: true } }),
    object({ a: string }),
    'documentation: "a" in the request body is not marked as deprecated any more. (met_list requestBody content application/json schema properties a deprecated → met_list requestBody content application/json schema properties a)',
  ),
  'request-pattern-added': request(
    string,
    { ...string, pattern: '^a' },
    'breaking: The request body has a stricter pattern: "^a", it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema pattern)',
  ),
  'request-pattern-changed': request(
    { ...string, pattern: '^a' },
    { ...string, pattern: '^b' },
    'risky: The request body has another pattern: "^b", it was "^a". (met_list requestBody content application/json schema pattern → met_list requestBody content application/json schema pattern)',
  ),
  'request-number-format-narrowed': request(
    { ...integer, format: 'int64' },
    { ...integer, format: 'int32' },
    'breaking: The request body has a stricter format: "int32", it was "int64". (met_list requestBody content application/json schema format → met_list requestBody content application/json schema format)',
  ),
  'request-format-changed': request(
    string,
    { ...string, format: 'email' },
    'risky: The request body has a stricter format: "email", it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema format)',
  ),
  'request-limit-loosened': request(
    { ...string, maxLength: 9 },
    { ...string, maxLength: 20 },
    'safe: The request body has a looser maxLength: 20, it was 9. (met_list requestBody content application/json schema maxLength → met_list requestBody content application/json schema maxLength)',
  ),
  'request-maximum-lowered': request(
    { ...integer, maximum: 9 },
    { ...integer, maximum: 5 },
    'breaking: The request body has a stricter maximum: 5, it was 9. (met_list requestBody content application/json schema maximum → met_list requestBody content application/json schema maximum)',
  ),
  'request-minimum-raised': request(
    { ...integer, minimum: 0 },
    { ...integer, minimum: 1 },
    'breaking: The request body has a stricter minimum: 1, it was 0. (met_list requestBody content application/json schema minimum → met_list requestBody content application/json schema minimum)',
  ),
  'request-max-length-lowered': request(
    { ...string, maxLength: 9 },
    { ...string, maxLength: 5 },
    'breaking: The request body has a stricter maxLength: 5, it was 9. (met_list requestBody content application/json schema maxLength → met_list requestBody content application/json schema maxLength)',
  ),
  'request-min-length-raised': request(
    string,
    { ...string, minLength: 1 },
    'breaking: The request body has a stricter minLength: 1, it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema minLength)',
  ),
  'request-max-items-lowered': request(
    { ...array, maxItems: 100 },
    { ...array, maxItems: 10 },
    'breaking: The request body has a stricter maxItems: 10, it was 100. (met_list requestBody content application/json schema maxItems → met_list requestBody content application/json schema maxItems)',
  ),
  'request-min-items-raised': request(
    array,
    { ...array, minItems: 1 },
    'breaking: The request body has a stricter minItems: 1, it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema minItems)',
  ),
  'request-property-count-tightened': request(
    object({}),
    { ...object({}), maxProperties: 5 },
    'breaking: The request body has a stricter maxProperties: 5, it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema maxProperties)',
  ),
  'request-unique-items-demanded': request(
    array,
    { ...array, uniqueItems: true },
    'breaking: The request body may not hold the same item twice any more. (met_list requestBody content application/json schema → met_list requestBody content application/json schema uniqueItems)',
  ),
  'request-multiple-of-tightened': request(
    { ...integer, multipleOf: 2 },
    { ...integer, multipleOf: 3 },
    'breaking: The request body has another multipleOf: 3, it was 2. (met_list requestBody content application/json schema multipleOf → met_list requestBody content application/json schema multipleOf)',
  ),
  'request-additional-properties-refused': request(
    object({}),
    { ...object({}), additionalProperties: false },
    'breaking: Properties that the request body does not describe are refused now. (met_list requestBody content application/json schema → met_list requestBody content application/json schema additionalProperties)',
  ),
  'request-alternatives-narrowed': request(
    { oneOf: [string, integer] },
    { oneOf: [string] },
    'breaking: The request body has other alternatives: 1 fewer. (met_list requestBody content application/json schema oneOf → met_list requestBody content application/json schema oneOf)',
  ),
  'request-alternatives-introduced': request(
    {},
    { anyOf: [string, integer] },
    'breaking: The request body has to be one of 2 alternatives now. (met_list requestBody content application/json schema → met_list requestBody content application/json schema anyOf)',
  ),
  'request-alternatives-widened': request(
    { oneOf: [string] },
    { oneOf: [string, integer] },
    'safe: The request body has other alternatives: 1 more. (met_list requestBody content application/json schema oneOf → met_list requestBody content application/json schema oneOf)',
  ),
  'discriminator-property-changed': request(
    { discriminator: { propertyName: 'kind' } },
    { discriminator: { propertyName: 'type' } },
    'breaking: "type" tells the alternatives of the request body apart, it was "kind". (met_list requestBody content application/json schema discriminator → met_list requestBody content application/json schema discriminator)',
  ),
  'discriminator-added': request(
    {},
    kinds({}),
    'risky: "kind" tells the alternatives of the request body apart now. (met_list requestBody content application/json schema → met_list requestBody content application/json schema discriminator)',
  ),
  'discriminator-removed': request(
    kinds({}),
    {},
    'risky: "kind" does not tell the alternatives of the request body apart any more. (met_list requestBody content application/json schema discriminator → met_list requestBody content application/json schema)',
  ),
  'request-discriminator-value-removed': request(
    kinds({ cat: 'Cat', dog: 'Dog' }),
    kinds({ cat: 'Cat' }),
    'breaking: "dog" in "kind" of the request body does not name what it did. (met_list requestBody content application/json schema discriminator → met_list requestBody content application/json schema discriminator)',
  ),
  'discriminator-values-changed': request(
    kinds({ cat: 'Cat' }),
    kinds({ cat: 'Cat', dog: 'Dog' }),
    'safe: The values of "kind" that name alternatives of the request body differ in "dog". (met_list requestBody content application/json schema discriminator → met_list requestBody content application/json schema discriminator)',
  ),
  'request-default-added': request(
    integer,
    { ...integer, default: 1 },
    'risky: The default of the request body is 1, it was none. (met_list requestBody content application/json schema → met_list requestBody content application/json schema default)',
  ),
  'request-default-removed': request(
    { ...integer, default: 1 },
    integer,
    'risky: The default of the request body is none, it was 1. (met_list requestBody content application/json schema default → met_list requestBody content application/json schema)',
  ),
  'request-default-changed': request(
    { ...integer, default: 1 },
    { ...integer, default: 2 },
    'risky: The default of the request body is 2, it was 1. (met_list requestBody content application/json schema default → met_list requestBody content application/json schema default)',
  ),
  'request-schema-keyword-changed': request(
    {},
    { propertyNames: { pattern: '^a' } },
    'risky: The request body has another propertyNames: what that does to clients can not be told from the document. (met_list requestBody content application/json schema → met_list requestBody content application/json schema propertyNames)',
  ),
}
