import type { Json, JsonObject } from '@penstock/model'

/** A JSON object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

export function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isString)
}

export function isObjects(value: unknown): value is JsonObject[] {
  return Array.isArray(value) && value.every(isObject)
}

/** Own members only: `constructor` and `__proto__` are legal names in a document. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Sets a member whatever it is called; a plain assignment to `__proto__` would change the prototype instead. */
export function put(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else object[key] = value
}

/** Sets a member unless there is nothing to set. */
export function putIf(object: JsonObject, key: string, value: unknown): void {
  if (value !== undefined) put(object, key, value as Json)
}

/** A scalar as text; anything else as JSON. Nothing at all is the empty text. */
export function textOf(value: Json | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A copy of one level; own `__proto__` members survive it. */
export function copy(object: JsonObject): JsonObject {
  const out: JsonObject = {}
  for (const key of Object.keys(object)) put(out, key, object[key]!)
  return out
}

/** JSON equality: member order is free. Costs nothing where both sides share structure. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}

/** Whether two scalars are one value spelt differently: `HTTP` and `http`, `200` and `"200"`, `2` and `"2.0"`. */
export function sameSpelling(a: Json, b: Json): boolean {
  const scalar = (value: Json) => value !== null && typeof value !== 'object'
  if (!scalar(a) || !scalar(b)) return false
  if (typeof a === 'number' && isString(b) && b !== '') return Number(b) === a
  if (typeof b === 'number' && isString(a) && a !== '') return Number(a) === b
  return String(a).toLowerCase() === String(b).toLowerCase()
}
