import { type Cases, object, response } from './case.fixture.ts'

const [string, integer, number] = [{ type: 'string' }, { type: 'integer' }, { type: 'number' }]
const array = { type: 'array', items: string }
const kinds = (mapping: { [value: string]: string }) => ({
  discriminator: { propertyName: 'kind', mapping },
})

export const responseSchemaCases: Cases = {
  'response-became-nullable': response(
    string,
    { type: ['string', 'null'] },
    'breaking: The 200 response may be null now. (met_list responses 200 content application/json schema type → met_list responses 200 content application/json schema type)',
  ),
  'response-type-widened': response(
    integer,
    number,
    'breaking: The type of the 200 response is number, it was integer. (met_list responses 200 content application/json schema type → met_list responses 200 content application/json schema type)',
  ),
  'response-type-narrowed': response(
    number,
    integer,
    'safe: The type of the 200 response is integer, it was number. (met_list responses 200 content application/json schema type → met_list responses 200 content application/json schema type)',
  ),
  'response-type-changed': response(
    object({ id: integer }),
    object({ id: string }),
    'breaking: The type of "id" in the 200 response is string, it was integer. (met_list responses 200 content application/json schema properties id type → met_list responses 200 content application/json schema properties id type)',
  ),
  'response-enum-dropped': response(
    { ...string, enum: ['a'] },
    string,
    'breaking: The 200 response may have any value now. (met_list responses 200 content application/json schema enum → met_list responses 200 content application/json schema)',
  ),
  'response-enum-value-added': response(
    { enum: ['a'] },
    { enum: ['a', 'b'] },
    'breaking: The 200 response may be "b" now. (met_list responses 200 content application/json schema enum → met_list responses 200 content application/json schema enum)',
  ),
  'response-enum-narrowed': response(
    { enum: ['a', 'b'] },
    { enum: ['a'] },
    'safe: The 200 response may not be "b" any more. (met_list responses 200 content application/json schema enum → met_list responses 200 content application/json schema enum)',
  ),
  'response-property-added': response(
    object({}),
    object({ a: string }),
    'safe: "a" in the 200 response is new. (met_list responses 200 content application/json schema properties → met_list responses 200 content application/json schema properties a)',
  ),
  'response-property-added-to-closed-object': response(
    { ...object({}), additionalProperties: false },
    { ...object({ a: string }), additionalProperties: false },
    'risky: "a" in the 200 response is new, where it was said that nothing else comes: strict clients may refuse it. (met_list responses 200 content application/json schema properties → met_list responses 200 content application/json schema properties a)',
  ),
  'response-required-property-removed': response(
    object({ a: string }, ['a']),
    object({}),
    'breaking: "a" in the 200 response is gone, which was always there. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties)',
  ),
  'response-optional-property-removed': response(
    object({ a: string }),
    object({}),
    'breaking: "a" in the 200 response is gone: clients may read it. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties)',
  ),
  'response-deprecated-property-removed': response(
    object({ a: { ...string, deprecated: true } }),
    object({}),
    'risky: "a" in the 200 response is gone. It was deprecated: clients that still read it find nothing. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties)',
  ),
  'response-property-became-required': response(
    object({ a: string }),
    object({ a: string }, ['a']),
    'safe: "a" in the 200 response is always there now. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties a)',
  ),
  'response-property-became-optional': response(
    object({ a: string }, ['a']),
    object({ a: string }),
    'breaking: "a" in the 200 response is not always there now. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties a)',
  ),
  'response-property-became-write-only': response(
    object({ a: string }),
    object({ a: { ...string, writeOnly: true } }),
    'breaking: "a" in the 200 response is write only now: clients do not get it any more. (met_list responses 200 content application/json schema properties a → met_list responses 200 content application/json schema properties a writeOnly)',
  ),
  'response-property-became-readable': response(
    object({ a: { ...string, writeOnly: true } }),
    object({ a: string }),
    'safe: "a" in the 200 response is not write only any more. (met_list responses 200 content application/json schema properties a writeOnly → met_list responses 200 content application/json schema properties a)',
  ),
  'response-pattern-changed': response(
    { ...string, pattern: '^a' },
    string,
    'risky: The 200 response has a looser pattern: none, it was "^a". (met_list responses 200 content application/json schema pattern → met_list responses 200 content application/json schema)',
  ),
  'response-number-format-widened': response(
    { ...integer, format: 'int32' },
    { ...integer, format: 'int64' },
    'breaking: The 200 response has a looser format: "int64", it was "int32". (met_list responses 200 content application/json schema format → met_list responses 200 content application/json schema format)',
  ),
  'response-format-changed': response(
    { ...string, format: 'date' },
    { ...string, format: 'date-time' },
    'risky: The 200 response has another format: "date-time", it was "date". (met_list responses 200 content application/json schema format → met_list responses 200 content application/json schema format)',
  ),
  'response-limit-tightened': response(
    { ...array, maxItems: 100 },
    { ...array, maxItems: 50 },
    'safe: The 200 response has a stricter maxItems: 50, it was 100. (met_list responses 200 content application/json schema maxItems → met_list responses 200 content application/json schema maxItems)',
  ),
  'response-maximum-raised': response(
    { ...integer, maximum: 5 },
    { ...integer, maximum: 9 },
    'breaking: The 200 response has a looser maximum: 9, it was 5. (met_list responses 200 content application/json schema maximum → met_list responses 200 content application/json schema maximum)',
  ),
  'response-minimum-lowered': response(
    { ...integer, minimum: 1 },
    integer,
    'breaking: The 200 response has a looser minimum: none, it was 1. (met_list responses 200 content application/json schema minimum → met_list responses 200 content application/json schema)',
  ),
  'response-max-length-raised': response(
    { ...string, maxLength: 5 },
    { ...string, maxLength: 9 },
    'breaking: The 200 response has a looser maxLength: 9, it was 5. (met_list responses 200 content application/json schema maxLength → met_list responses 200 content application/json schema maxLength)',
  ),
  'response-min-length-lowered': response(
    { ...string, minLength: 1 },
    string,
    'breaking: The 200 response has a looser minLength: none, it was 1. (met_list responses 200 content application/json schema minLength → met_list responses 200 content application/json schema)',
  ),
  'response-max-items-raised': response(
    { ...array, maxItems: 50 },
    { ...array, maxItems: 100 },
    'breaking: The 200 response has a looser maxItems: 100, it was 50. (met_list responses 200 content application/json schema maxItems → met_list responses 200 content application/json schema maxItems)',
  ),
  'response-min-items-lowered': response(
    { ...array, minItems: 1 },
    array,
    'breaking: The 200 response has a looser minItems: none, it was 1. (met_list responses 200 content application/json schema minItems → met_list responses 200 content application/json schema)',
  ),
  'response-property-count-loosened': response(
    { ...object({}), maxProperties: 5 },
    object({}),
    'breaking: The 200 response has a looser maxProperties: none, it was 5. (met_list responses 200 content application/json schema maxProperties → met_list responses 200 content application/json schema)',
  ),
  'response-unique-items-dropped': response(
    { ...array, uniqueItems: true },
    array,
    'breaking: The 200 response may hold the same item twice now. (met_list responses 200 content application/json schema uniqueItems → met_list responses 200 content application/json schema)',
  ),
  'response-multiple-of-loosened': response(
    { ...integer, multipleOf: 4 },
    { ...integer, multipleOf: 2 },
    'breaking: The 200 response has a looser multipleOf: 2, it was 4. (met_list responses 200 content application/json schema multipleOf → met_list responses 200 content application/json schema multipleOf)',
  ),
  'response-additional-properties-allowed': response(
    { ...object({}), additionalProperties: false },
    object({}),
    'risky: Properties that the 200 response does not describe may come now. (met_list responses 200 content application/json schema additionalProperties → met_list responses 200 content application/json schema)',
  ),
  'response-alternatives-widened': response(
    { oneOf: [string] },
    { oneOf: [string, integer] },
    'breaking: The 200 response has other alternatives: 1 more. (met_list responses 200 content application/json schema oneOf → met_list responses 200 content application/json schema oneOf)',
  ),
  'response-alternatives-dropped': response(
    { anyOf: [string, integer] },
    {},
    'breaking: The 200 response need not be one of 2 alternatives any more. (met_list responses 200 content application/json schema anyOf → met_list responses 200 content application/json schema)',
  ),
  'response-alternatives-narrowed': response(
    { oneOf: [string, integer] },
    { oneOf: [string] },
    'safe: The 200 response has other alternatives: 1 fewer. (met_list responses 200 content application/json schema oneOf → met_list responses 200 content application/json schema oneOf)',
  ),
  'response-discriminator-value-added': response(
    kinds({ cat: 'Cat' }),
    kinds({ cat: 'Cat', dog: 'Dog' }),
    'breaking: "dog" may come in "kind" of the 200 response now. (met_list responses 200 content application/json schema discriminator → met_list responses 200 content application/json schema discriminator)',
  ),
  'response-default-changed': response(
    { ...integer, default: 1 },
    { ...integer, default: 2 },
    'documentation: The default of the 200 response is 2, it was 1. (met_list responses 200 content application/json schema default → met_list responses 200 content application/json schema default)',
  ),
  'response-schema-keyword-changed': response(
    {},
    { contains: string },
    'risky: The 200 response has another contains: what that does to clients can not be told from the document. (met_list responses 200 content application/json schema → met_list responses 200 content application/json schema contains)',
  ),
}
