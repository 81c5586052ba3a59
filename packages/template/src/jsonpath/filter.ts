import type { Filter, Operand } from './ast.ts'
import { runPath } from './evaluate.ts'
import { isTreeMap, numberOf } from './tree.ts'

/** Whether a filter holds for an element (`@`). */
export function matches(filter: Filter, root: unknown, element: unknown): boolean {
  switch (filter.type) {
    case 'or':
      return matches(filter.left, root, element) || matches(filter.right, root, element)
    case 'and':
      return matches(filter.left, root, element) && matches(filter.right, root, element)
    case 'not':
      return !matches(filter.filter, root, element)
    case 'exists': {
      const found = runPath(filter.path, root, element)
      return filter.path.definite ? found !== undefined : Array.isArray(found) && found.length > 0
    }
    case 'compare': {
      const compare = comparisons.get(filter.operator)
      if (compare === undefined) return false
      return compare(valueOf(filter.left, root, element), valueOf(filter.right, root, element))
    }
  }
}

export function valueOf(operand: Operand, root: unknown, element: unknown): unknown {
  switch (operand.type) {
    case 'path':
      return runPath(operand.path, root, element)
    case 'literal':
      return operand.value
    case 'regex':
      return operand.regex
  }
}

type Compare = (left: unknown, right: unknown) => boolean

const comparisons: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['==', (left, right) => equal(left, right)],
  ['===', (left, right) => equal(left, right) && typeof left === typeof right],
  // A member that is missing is not unequal to something: it is not there to be compared.
  ['!=', (left, right) => left !== undefined && right !== undefined && !equal(left, right)],
  ['!==', (left, right) => left !== undefined && (!equal(left, right) || typeof left !== typeof right)],
  ['<', (left, right) => (difference(left, right) ?? 0) < 0],
  ['<=', (left, right) => (difference(left, right) ?? 1) <= 0],
  ['>', (left, right) => (difference(left, right) ?? 0) > 0],
  ['>=', (left, right) => (difference(left, right) ?? -1) >= 0],
  [
    '=~',
    (left, right) =>
      (typeof left === 'string' || numberOf(left) !== undefined) &&
      right instanceof RegExp &&
      right.test(String(left)),
  ],
  ['in', (left, right) => isIn(left, right)],
  ['nin', (left, right) => left !== undefined && !isIn(left, right)],
  ['subsetof', (left, right) => Array.isArray(left) && left.every((each) => isIn(each, right))],
  ['anyof', (left, right) => Array.isArray(left) && left.some((each) => isIn(each, right))],
  ['noneof', (left, right) => Array.isArray(left) && !left.some((each) => isIn(each, right))],
  ['size', (left, right) => sizeOf(left) === (Array.isArray(right) ? right.length : numberOf(right, true))],
  ['empty', (left, right) => (sizeOf(left) === 0) === right && sizeOf(left) !== undefined],
  [
    'contains',
    (left, right) => (typeof left === 'string' ? left.includes(String(right)) : isIn(right, left)),
  ],
  ['type', (left, right) => typeof left === right],
])

function isIn(value: unknown, list: unknown): boolean {
  return Array.isArray(list) && list.some((each) => equal(each, value))
}

/** Numbers by value, a text that spells a number equals it, containers by content. */
function equal(left: unknown, right: unknown): boolean {
  if (left === right) return left !== undefined
  const number = numberOf(left, typeof right !== 'string')
  if (number !== undefined) return number === numberOf(right, typeof left !== 'string')
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((each, i) => equal(each, right[i]))
  return false
}

function difference(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  const from = numberOf(left, true)
  const to = numberOf(right, true)
  return from === undefined || to === undefined ? undefined : from - to
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return isTreeMap(value) ? (value instanceof Map ? value.size : Object.keys(value).length) : undefined
}
