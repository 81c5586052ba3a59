import type { Json, JsonObject } from '@penstock/model'
import { isObject } from '../is-object.ts'

/** Why a value is not what a schema describes, and where in it. */
export interface Mismatch {
  readonly path: readonly (string | number)[]
  readonly message: string
}

type Follow = (schema: JsonObject) => JsonObject | undefined

const depthMax = 24

/**
 * The first thing about a value that its schema plainly rules out: its type, an enum, a required property. What takes
 * more to know (formats, patterns, alternatives) is left to validators: this one never complains wrongly.
 */
export function mismatchOf(value: Json, schema: JsonObject, follow: Follow, depth = 0): Mismatch | undefined {
  const rules = depth < depthMax ? follow(schema) : undefined
  if (!rules) return undefined
  if (value === null && (rules['nullable'] === true || rules['x-nullable'] === true)) return undefined
  return (
    typeMismatch(value, rules) ??
    enumMismatch(value, rules) ??
    partMismatch(value, rules, follow, depth) ??
    allMismatch(value, rules, follow, depth)
  )
}

function typeMismatch(value: Json, { type }: JsonObject): Mismatch | undefined {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
  if (types.length === 0 || types.includes('file') || types.some((one) => isOf(value, one))) return undefined
  return { path: [], message: `is ${typeName(value)} where ${types.join(' or ')} is described` }
}

function enumMismatch(value: Json, rules: JsonObject): Mismatch | undefined {
  const allowed = rules['enum']
  if (!Array.isArray(allowed) || allowed.length === 0) return undefined
  const text = JSON.stringify(value)
  if (allowed.some((one) => JSON.stringify(one) === text)) return undefined
  return { path: [], message: `is ${shortened(text)}, which is not one of the enum's values` }
}

function partMismatch(value: Json, rules: JsonObject, follow: Follow, depth: number): Mismatch | undefined {
  if (Array.isArray(value)) {
    const { items } = rules
    if (!isObject(items)) return undefined
    for (const [index, item] of value.entries()) {
      const found = mismatchOf(item, items, follow, depth + 1)
      if (found) return { path: [index, ...found.path], message: found.message }
    }
    return undefined
  }
  if (!isObject(value)) return undefined
  const { required, properties } = rules
  // What only answers have, or only requests, may be missing in the other.
  const known = isObject(properties) ? properties : {}
  for (const name of Array.isArray(required) ? required : []) {
    if (typeof name !== 'string' || Object.hasOwn(value, name) || isOneWay(known[name], follow)) continue
    return { path: [], message: `lacks "${name}", which is required` }
  }
  for (const [name, schema] of Object.entries(known)) {
    if (!isObject(schema) || !Object.hasOwn(value, name)) continue
    const found = mismatchOf(value[name]!, schema, follow, depth + 1)
    if (found) return { path: [name, ...found.path], message: found.message }
  }
  return undefined
}

function allMismatch(value: Json, { allOf }: JsonObject, follow: Follow, depth: number) {
  for (const one of Array.isArray(allOf) ? allOf : []) {
    const found = isObject(one) ? mismatchOf(value, one, follow, depth + 1) : undefined
    if (found) return found
  }
  return undefined
}

function isOneWay(schema: Json | undefined, follow: Follow): boolean {
  const rules = isObject(schema) ? follow(schema) : undefined
  return rules?.['readOnly'] === true || rules?.['writeOnly'] === true
}

function isOf(value: Json, type: Json): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'null':
      return value === null
    default:
      return typeof value === type
  }
}

function typeName(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
