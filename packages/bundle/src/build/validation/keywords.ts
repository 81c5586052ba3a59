import { isEndlessPattern } from '@penstock/template'
import type { Json } from '@penstock/model'
import { isObject } from '../is-object.ts'
import type { Draft } from './drafts.ts'

/** What a keyword's value has to be, so that it says something; undefined: it says nothing, and is left out. */
type Read = (value: Json, found: (problem: string) => void) => Json | undefined

interface Keyword {
  /** First draft that knows it. */
  readonly since?: Draft
  readonly read: Read
}

const typeNames = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'])

/** Keywords that judge a value by themselves. Those that hold schemas are in normalise.ts. */
export const assertions: Readonly<Record<string, Keyword>> = {
  type: { read: readTypes },
  enum: { read: (value) => (Array.isArray(value) && value.length > 0 ? value : undefined) },
  const: { since: 7, read: (value) => value },
  multipleOf: { read: (value) => (typeof value === 'number' && value > 0 ? value : undefined) },
  maximum: { read: number },
  minimum: { read: number },
  maxLength: { read: count },
  minLength: { read: count },
  pattern: { read: readPattern },
  format: { read: (value) => (typeof value === 'string' ? value : undefined) },
  maxItems: { read: count },
  minItems: { read: count },
  uniqueItems: { read: (value) => (value === true ? true : undefined) },
  maxContains: { since: 2020, read: count },
  minContains: { since: 2020, read: count },
  maxProperties: { read: count },
  minProperties: { read: count },
  required: { read: names },
  dependentRequired: {
    since: 2020,
    read: (value) =>
      isObject(value) && Object.values(value).every((list) => names(list) !== undefined) ? value : undefined,
  },
}

/** Text that no engine reads, or that would search for ever, judges nothing, and that is said. */
export function readPattern(value: Json, found: (problem: string) => void): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    void new RegExp(value)
  } catch (cause) {
    found(`the pattern ${JSON.stringify(value)} can not be read (${(cause as Error).message})`)
    return undefined
  }
  // Other expressions run in time that grows with the text alone; these need an engine that tries one way after another.
  if (!/\(\?<?[=!]|\\[1-9]|\\k</.test(value) || !isEndlessPattern(value)) return value
  found(`the pattern ${JSON.stringify(value)} could search for ever`)
  return undefined
}

function number(value: Json): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function count(value: Json): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}

function names(value: Json): string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const found = [...new Set(value.filter((name) => typeof name === 'string'))]
  return found.length === 0 ? undefined : found
}

function readTypes(value: Json): Json | undefined {
  const given = Array.isArray(value) ? value : [value]
  const types = given.filter((type) => typeof type === 'string' && typeNames.has(type))
  // `file` of Swagger 2.0 is no JSON at all.
  if (types.length === 0) return undefined
  return types.length === 1 ? types[0]! : [...new Set(types)]
}
