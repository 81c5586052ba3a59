import type { FuncKeywordDefinition } from 'ajv'
import type { Budget } from './budget.ts'

/**
 * `uniqueItems` in time that grows with the list. The engine's own compares each item with each other, and a list of
 * a hundred thousand empty objects would stop the gateway for minutes. Lists in lists are read once at each level, so
 * what is read is paid for.
 */
export function uniqueItems(budget: Budget): FuncKeywordDefinition {
  return {
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must not have items that are equal' },
    compile: (asked: boolean) =>
      asked ? (items: readonly unknown[]) => areUnique(items, (units) => budget.spend(units)) : () => true,
  }
}

/** `spend` is told of the work, in units of a budget. */
export function areUnique(items: readonly unknown[], spend: (units: number) => void): boolean {
  spend(items.length)
  const seen = new Set<unknown>()
  for (const item of items) {
    const key = keyOf(item)
    if (typeof key === 'string') spend(key.length / 8)
    if (seen.has(key)) return false
    seen.add(key)
  }
  return true
}

/** Text and numbers that are written alike differ: `"1"` and `1`. */
function keyOf(item: unknown): unknown {
  if (typeof item === 'object' && item !== null) return `o${sortedText(item)}`
  return typeof item === 'string' ? `s${item}` : item
}

/** Equal values have equal text, whatever the order of their members. */
function sortedText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(sortedText).join()}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sortedText((value as Record<string, unknown>)[key])}`)
  return `{${members.join()}}`
}
