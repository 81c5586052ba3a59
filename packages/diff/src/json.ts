import type { Json, JsonObject } from '@penstock/model'

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Deep equality of JSON; the order of keys does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameJson(item, b[i]))
    )
  const [x, y] = [a as Record<string, Json | undefined>, b as Record<string, Json | undefined>]
  for (const key in x) if (!sameJson(x[key], ownAt(y, key))) return false
  for (const key in y) if (y[key] !== undefined && ownAt(x, key) === undefined) return false
  return true
}

/** A member by a name that people gave: one may be called `constructor`. */
export function ownAt<T>(value: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

export function objectAt(value: unknown, key: string): JsonObject {
  const member = isObject(value) ? ownAt(value, key) : undefined
  return isObject(member) ? member : {}
}

export function without(value: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}
