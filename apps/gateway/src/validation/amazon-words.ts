import type { ErrorObject } from './schema-engine.ts'

type Words = (error: ErrorObject) => string

/**
 * What callers of Amazon's read in `$context.error.validationErrorString` when it is put into a gateway response: the
 * words of the Java library json-schema-validator, one sentence for each failing keyword, without places.
 */
const words: Readonly<Record<string, Words>> = {
  type: ({ data, params }) =>
    `instance type (${typeName(data)}) does not match any allowed primitive type (allowed: ${list(allowedTypes(params['type']))})`,
  enum: ({ data, params }) =>
    `instance value (${quoted(data)}) not found in enum (possible values: ${JSON.stringify(params['allowedValues'])})`,
  additionalProperties: ({ params }) =>
    `object instance has properties which are not allowed by the schema: ${list([cut(String(params['additionalProperty']))])}`,
  minLength: ({ data, params }) =>
    `string ${quoted(data)} is too short (length: ${lengthOf(data)}, required minimum: ${params['limit']})`,
  maxLength: ({ data, params }) =>
    `string ${quoted(data)} is too long (length: ${lengthOf(data)}, maximum allowed: ${params['limit']})`,
  minimum: ({ data, params }) =>
    `numeric instance is lower than the required minimum (minimum: ${params['limit']}, found: ${String(data)})`,
  maximum: ({ data, params }) =>
    `numeric instance is greater than the required maximum (maximum: ${params['limit']}, found: ${String(data)})`,
  exclusiveMinimum: ({ params }) =>
    `numeric instance is not strictly greater than the required minimum ${params['limit']}`,
  exclusiveMaximum: ({ params }) =>
    `numeric instance is not strictly lower than the required maximum ${params['limit']}`,
  multipleOf: ({ data, params }) =>
    `remainder of division is not zero (${String(data)} / ${params['multipleOf']})`,
  pattern: ({ data, params }) =>
    `ECMA 262 regex ${JSON.stringify(params['pattern'])} does not match input string ${quoted(data)}`,
  minItems: ({ data, params }) =>
    `array is too short: must have at least ${params['limit']} elements but instance has ${lengthOf(data)} elements`,
  maxItems: ({ data, params }) =>
    `array is too long: must have at most ${params['limit']} elements but instance has ${lengthOf(data)} elements`,
  uniqueItems: () => 'array must not contain duplicate elements',
  minProperties: ({ data, params }) =>
    `object has too few properties (found ${lengthOf(data)} but schema requires at least ${params['limit']})`,
  maxProperties: ({ data, params }) =>
    `object has too many properties (found ${lengthOf(data)} but schema requires at most ${params['limit']})`,
  anyOf: ({ schema }) => `instance failed to match at least one required schema among ${lengthOf(schema)}`,
  oneOf: ({ schema, params }) =>
    `instance failed to match exactly one schema (matched ${Array.isArray(params['passingSchemas']) ? 2 : 0} out of ${lengthOf(schema)})`,
  not: () => 'instance matched a schema which it should not have',
  format: ({ data, params }) => `string ${quoted(data)} is invalid against the format ${params['format']}`,
}

/** Longer values are cut, and no more is said after as many characters: what was sent must not grow in the answer. */
const quotedMax = 200
const lengthMax = 4_000

/** One sentence for each failing place; missing members of one object are told together. */
export function amazonWords(errors: readonly ErrorObject[]): string {
  const missing = new Map<string, string[]>()
  const sentences = new Set<string>()
  let length = 0
  for (const error of errors) {
    if (length > lengthMax) break
    if (error.keyword === 'required') {
      const names = missing.get(error.instancePath) ?? []
      names.push(String(error.params['missingProperty']))
      missing.set(error.instancePath, names)
      length += names.at(-1)?.length ?? 0
      continue
    }
    const sentence = words[error.keyword]?.(error) ?? error.message ?? error.keyword
    if (!sentences.has(sentence)) length += sentence.length
    sentences.add(sentence)
  }
  for (const names of missing.values())
    sentences.add(`object has missing required properties (${list([...new Set(names)].sort())})`)
  return [...sentences].join(', ')
}

/** A value as JSON, of which no more is written than is told. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value))
  return typeof value === 'object' && value !== null ? cut(JSON.stringify(value)) : String(value)
}

function cut(text: string): string {
  return text.length > quotedMax ? `${text.slice(0, quotedMax)}…` : text
}

function list(names: readonly unknown[]): string {
  return JSON.stringify(names)
}

/** Where a number may stand, an integer may. */
function allowedTypes(type: unknown): string[] {
  const types = (Array.isArray(type) ? type : [type]).map(String)
  return [...new Set(types.flatMap((each) => (each === 'number' ? ['integer', 'number'] : [each])))].sort()
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return Array.from(value).length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}
