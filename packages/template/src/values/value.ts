import type { MethodTable } from '../functions/method.ts'

/**
 * What a template computes with. Maps are `Map`, never objects, so that a name from a template or a request can only
 * ever find an entry that was put there, and keys keep their order (Java's LinkedHashMap does too).
 */
export type Value = null | boolean | number | bigint | string | Decimal | Value[] | ValueMap | HostObject

export type ValueMap = Map<string, Value>

/** A list made by the template. It prints as Java's lists do; a plain array came from JSON and prints as JSON. */
export class JavaList extends Array<Value> {}

export function javaList(items: Iterable<Value>): JavaList {
  const list = new JavaList()
  for (const item of items) list.push(item)
  return list
}

/** A Java double. Plain numbers are integers; `text` is how JSON wrote it, so that `1.50` can be echoed. */
export class Decimal {
  readonly value: number
  readonly text: string | undefined

  constructor(value: number, text?: string) {
    this.value = value
    this.text = text
  }
}

/** An object of the gateway's own: `$input`, `$util`, `$context`, `$foreach`, a map's entry. */
export abstract class HostObject {
  abstract readonly methods: MethodTable<never>
  /** A property by name; null when there is none. */
  abstract get(name: string): Value
  /** Text when printed. */
  abstract print(): string
}

export function isNumeric(value: Value): value is number | bigint | Decimal {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal
}

/** Velocity's idea of true: anything but null and false. */
export function isTruthy(value: Value): boolean {
  return value !== null && value !== false
}
