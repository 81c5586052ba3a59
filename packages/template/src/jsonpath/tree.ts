import { Decimal } from '../values/value.ts'

/**
 * The evaluator's view of data: template values (maps) and plain JSON (objects) alike. Objects answer for their own
 * properties only.
 */
export function isTreeMap(value: unknown): value is Map<string, unknown> | Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Decimal)
}

export function hasEntry(map: Map<string, unknown> | Record<string, unknown>, name: string): boolean {
  return map instanceof Map ? map.has(name) : Object.hasOwn(map, name)
}

/** Undefined when there is no such entry. */
export function entry(map: Map<string, unknown> | Record<string, unknown>, name: string): unknown {
  return map instanceof Map ? map.get(name) : Object.hasOwn(map, name) ? map[name] : undefined
}

export function children(value: unknown): Iterable<unknown> {
  if (Array.isArray(value)) return value
  if (!isTreeMap(value)) return []
  return value instanceof Map ? value.values() : Object.values(value)
}

export function entryNames(map: Map<string, unknown> | Record<string, unknown>): string[] {
  return map instanceof Map ? [...map.keys()] : Object.keys(map)
}

/** Undefined for what is no number; a text only counts when `fromText` is set. */
export function numberOf(value: unknown, fromText = false): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Decimal) return value.value
  return fromText && typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)
    ? Number(value)
    : undefined
}
