import { assertTextLength, exceedBudget } from '../budget.ts'
import { limits } from '../limits.ts'
import { writeJson } from '../json/write.ts'
import { Decimal, JavaList, type Value } from './value.ts'

/** A value as text: null is empty, maps print `{a=1}`, lists of the template `[1, 2]`, lists out of JSON as JSON. */
export function print(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  return typeof value === 'object' ? printNested(value, 0) : printScalar(value)
}

function printNested(value: Value, depth: number): string {
  if (typeof value === 'string') return value
  if (value === null) return 'null'
  if (typeof value !== 'object') return printScalar(value)
  if (depth > limits.valueDepth) exceedBudget('a list or map contains itself or is nested too deeply')
  if (value instanceof Decimal) return printDouble(value.value)
  if (value instanceof JavaList) return printList(value, depth)
  if (Array.isArray(value)) return writeJson(value, depth)
  if (value instanceof PrintsEmpty) return ''
  if (value instanceof Map) return printMap(value, depth)
  return value.print()
}

/** A map that prints as nothing: Amazon was recorded to do so for the maps of `$context`. */
export class PrintsEmpty extends Map<string, Value> {}

function printList(list: JavaList, depth: number): string {
  let text = '['
  for (let i = 0; i < list.length; i++) {
    text += (i === 0 ? '' : ', ') + printNested(list[i] ?? null, depth + 1)
    assertTextLength(text.length)
  }
  return `${text}]`
}

function printMap(map: ReadonlyMap<string, Value>, depth: number): string {
  let text = '{'
  let first = true
  for (const [key, value] of map) {
    text += `${first ? '' : ', '}${key}=${printNested(value, depth + 1)}`
    assertTextLength(text.length)
    first = false
  }
  return `${text}}`
}

function printScalar(value: number | bigint | boolean): string {
  return typeof value === 'number' && !Number.isInteger(value) ? printDouble(value) : String(value)
}

/** `Double.toString` of Java: `1.0`, `1.0E10`, `1.5E-5`. */
export function printDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value)
    return text.includes('.') ? text : `${text}.0`
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`
}
