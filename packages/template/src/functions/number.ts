import { calculate, integer, toNumber } from '../values/arithmetic.ts'
import { order } from '../values/compare.ts'
import { print } from '../values/print.ts'
import { Decimal, type Value } from '../values/value.ts'
import { type Method, method, methodTable } from './method.ts'
import { objectMethods } from './object.ts'

type Numeric = number | bigint | Decimal

/** `Integer` and `Double`, with the static ones that templates reach through a value (`$zero.parseInt('7')`). */
const numberMethods: readonly Method<Numeric>[] = [
  method('intValue', 0, 'Without its fraction.', (value) => truncate(value)),
  method('longValue', 0, 'Without its fraction.', (value) => truncate(value)),
  method('doubleValue', 0, 'As a decimal number.', (value) => new Decimal(toNumber(value))),
  method('compareTo', 1, 'Negative, 0 or positive.', (value, [other = null]) => {
    const difference = order(value, other)
    return difference === undefined ? null : Math.sign(difference)
  }),
  method('parseInt', [1, 2], 'The integer that a text spells, in a radix.', (_, [text = null, radix = 10]) =>
    parseInteger(print(text), radix),
  ),
  method('parseLong', [1, 2], 'The integer that a text spells, in a radix.', (_, [text = null, radix = 10]) =>
    parseInteger(print(text), radix),
  ),
  method(
    'valueOf',
    1,
    'The number that a text spells.',
    (_, [text = null]) => parseInteger(print(text), 10) ?? parseDecimal(print(text)),
  ),
  method('parseDouble', 1, 'The decimal number that a text spells.', (_, [text = null]) =>
    parseDecimal(print(text)),
  ),
  method('max', 2, 'The larger of two numbers.', (_, [left = null, right = null]) =>
    (order(left, right) ?? 0) >= 0 ? left : right,
  ),
  method('min', 2, 'The smaller of two numbers.', (_, [left = null, right = null]) =>
    (order(left, right) ?? 0) <= 0 ? left : right,
  ),
]

export const numericMethods = methodTable<Numeric>(objectMethods, numberMethods)

export const booleanMethods = methodTable<boolean>(objectMethods, [
  method('booleanValue', 0, 'Itself.', (value) => value),
  method(
    'parseBoolean',
    1,
    'True for the text "true" in any case.',
    (_, [text = null]) => print(text).toLowerCase() === 'true',
  ),
])

function truncate(value: Numeric): Value {
  if (typeof value === 'bigint') return value
  const whole = Math.trunc(toNumber(value))
  return Number.isFinite(whole) ? calculate('+', whole, 0) : null
}

function parseInteger(text: string, radix: Value): Value {
  if (radix !== 10) {
    const base = typeof radix === 'number' && radix >= 2 && radix <= 36 ? radix : undefined
    const digits =
      /^[+-]?[0-9a-z]+$/i.test(text) && base !== undefined ? Number.parseInt(text, base) : Number.NaN
    return Number.isSafeInteger(digits) ? digits : null
  }
  return /^[+-]?\d{1,19}$/.test(text) ? integer(BigInt(text.replace('+', ''))) : null
}

function parseDecimal(text: string): Value {
  const trimmed = text.trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? new Decimal(Number(trimmed)) : null
}
