import type { Operand } from './ast.ts'
import { valueOf } from './filter.ts'
import { entryNames, isTreeMap, numberOf } from './tree.ts'

/** A function at the end of a path, over what the path found; undefined where it does not apply. */
export function applyFunction(
  tail: { readonly name: string; readonly args: readonly Operand[] },
  found: unknown,
  root: unknown,
  current: unknown,
): unknown {
  const list = Array.isArray(found) ? (found as unknown[]) : []
  const args = tail.args.map((arg) => valueOf(arg, root, current))
  const numbers = [...list, ...args.flat()]
    .map((value) => numberOf(value))
    .filter((value) => value !== undefined)
  switch (tail.name) {
    case 'length':
    case 'size':
      if (Array.isArray(found) || typeof found === 'string') return found.length
      return isTreeMap(found) ? entryNames(found).length : undefined
    case 'keys':
      return isTreeMap(found) ? entryNames(found) : undefined
    case 'first':
      return list[0]
    case 'last':
      return list.at(-1)
    case 'index':
      return typeof args[0] === 'number' ? list.at(args[0]) : undefined
    case 'append':
      return Array.isArray(found) ? [...list, ...args] : undefined
    case 'concat':
      return [typeof found === 'string' ? found : '', ...list, ...args]
        .filter((part) => typeof part === 'string')
        .join('')
    case 'sum':
      return numbers.length === 0 ? undefined : sum(numbers)
    case 'avg':
      return numbers.length === 0 ? undefined : sum(numbers) / numbers.length
    case 'min':
      return numbers.length === 0 ? undefined : numbers.reduce((least, each) => Math.min(least, each))
    case 'max':
      return numbers.length === 0 ? undefined : numbers.reduce((most, each) => Math.max(most, each))
    case 'stddev': {
      if (numbers.length === 0) return undefined
      const mean = sum(numbers) / numbers.length
      return Math.sqrt(sum(numbers.map((each) => (each - mean) ** 2)) / numbers.length)
    }
    default:
      return undefined
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
