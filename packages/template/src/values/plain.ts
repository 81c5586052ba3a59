import { limits } from '../limits.ts'
import { print } from './print.ts'
import { Decimal, HostObject, type Value, type ValueMap } from './value.ts'

/** A JSON-like value of the gateway as a template value. Only own properties are read; functions become null. */
export function fromPlain(plain: unknown, makeMap: () => ValueMap = () => new Map(), depth = 0): Value {
  switch (typeof plain) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return plain
    case 'number':
      return Number.isInteger(plain) ? plain : new Decimal(plain)
    case 'object':
      break
    default:
      return null
  }
  if (plain === null || depth > limits.valueDepth) return null
  if (plain instanceof Decimal) return plain
  if (Array.isArray(plain)) return plain.map((item) => fromPlain(item, makeMap, depth + 1))
  const map = makeMap()
  const entries = plain instanceof Map ? plain : Object.entries(plain)
  for (const [key, value] of entries) map.set(String(key), fromPlain(value, makeMap, depth + 1))
  return map
}

/** A template value as plain JSON data: objects for maps, numbers for decimals and long integers. */
export function toPlain(value: Value, depth = 0): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > limits.valueDepth) return null
  if (value instanceof Decimal) return value.value
  if (value instanceof HostObject) return print(value)
  if (Array.isArray(value)) return Array.from(value, (item) => toPlain(item, depth + 1))
  // fromEntries defines own properties, so a key "__proto__" is data like any other.
  return Object.fromEntries(Array.from(value, ([key, item]) => [key, toPlain(item, depth + 1)]))
}
