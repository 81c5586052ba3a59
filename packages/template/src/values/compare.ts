import { toNumber } from './arithmetic.ts'
import { print } from './print.ts'
import { isNumeric, type Value } from './value.ts'

/** `==` of Velocity: numbers by value, null only with null, all else by text (`'1' == 1` is true). */
export function looselyEqual(left: Value, right: Value): boolean {
  if (left === right) return true
  if (left === null || right === null) return false
  if (isNumeric(left) && isNumeric(right)) return order(left, right) === 0
  return print(left) === print(right)
}

/** `equals` of Java: the same kind and the same content. */
export function javaEquals(left: Value, right: Value): boolean {
  if (left === right) return true
  if (left === null || right === null || typeof left !== typeof right) return false
  if (typeof left !== 'object' || typeof right !== 'object') return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  return print(left) === print(right)
}

/** Negative, zero or positive; undefined unless both are numbers, for Velocity orders nothing else. */
export function order(left: Value, right: Value): number | undefined {
  if (!isNumeric(left) || !isNumeric(right)) return undefined
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : left > right ? 1 : 0
  return toNumber(left) - toNumber(right)
}
