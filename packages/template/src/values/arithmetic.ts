import { assertTextLength } from '../budget.ts'
import { print } from './print.ts'
import { Decimal, isNumeric, type Value } from './value.ts'

type Operator = '+' | '-' | '*' | '/' | '%'

/** Java's arithmetic: integers stay integers and grow past 64 bits; what has no result (`1/0`, `'a' - 1`) is null. */
export function calculate(operator: Operator, left: Value, right: Value): Value {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    const text = print(left) + print(right)
    assertTextLength(text.length)
    return text
  }
  if (!isNumeric(left) || !isNumeric(right)) return null
  if (isDouble(left) || isDouble(right)) return onDoubles(operator, toNumber(left), toNumber(right))
  if (typeof left === 'number' && typeof right === 'number') {
    const quick = onDoubles(operator, left, right)
    if (quick === null) return null
    const result = operator === '/' ? Math.trunc(quick.value) : quick.value
    // "+ 0" turns -0 into 0: integers have only one zero.
    if (Number.isSafeInteger(result)) return result + 0
  }
  return onIntegers(operator, BigInt(left as number | bigint), BigInt(right as number | bigint))
}

export function toNumber(value: number | bigint | Decimal): number {
  return value instanceof Decimal ? value.value : Number(value)
}

/** An exact integer in the smallest form: a number where it is safe, a bigint beyond. */
export function integer(value: bigint): number | bigint {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

function isDouble(value: number | bigint | Decimal): boolean {
  return value instanceof Decimal || (typeof value === 'number' && !Number.isInteger(value))
}

function onDoubles(operator: Operator, left: number, right: number): Decimal | null {
  switch (operator) {
    case '+':
      return new Decimal(left + right)
    case '-':
      return new Decimal(left - right)
    case '*':
      return new Decimal(left * right)
    case '/':
      return right === 0 ? null : new Decimal(left / right)
    case '%':
      return right === 0 ? null : new Decimal(left % right)
  }
}

function onIntegers(operator: Operator, left: bigint, right: bigint): number | bigint | null {
  switch (operator) {
    case '+':
      return integer(left + right)
    case '-':
      return integer(left - right)
    case '*':
      // Squaring in a loop would double the digits each time.
      return left.toString().length + right.toString().length > 1000 ? null : integer(left * right)
    case '/':
      return right === 0n ? null : integer(left / right)
    case '%':
      return right === 0n ? null : integer(left % right)
  }
}
