import type { Json, JsonObject } from '@penstock/model'
import { copy, isObject, put, sameSpelling } from './json.ts'

/**
 * Splits an object into the members a record has fields for and the rest. What does not have the expected shape is
 * never taken, so it ends up in `rest()` and comes back on export through `mergeRest`.
 */
export class Members {
  readonly #left: Map<string, Json>

  constructor(object: JsonObject) {
    this.#left = new Map(Object.entries(object))
  }

  peek(key: string): Json | undefined {
    return this.#left.get(key)
  }

  drop(key: string): void {
    this.#left.delete(key)
  }

  /** Puts a member into the rest. */
  restore(key: string, value: Json): void {
    this.#left.set(key, value)
  }

  /** The member if it has the shape; otherwise it stays. */
  take<T extends Json>(key: string, is: (value: unknown) => value is T): T | undefined {
    const value = this.#left.get(key)
    if (value === undefined || !is(value)) return undefined
    this.#left.delete(key)
    return value
  }

  /** The entries of an object member that have the shape; the others stay under the same key. */
  split<T extends Json>(
    key: string,
    is: (value: unknown, name: string) => value is T,
  ): Record<string, T> | undefined {
    const value = this.#left.get(key)
    if (!isObject(value)) return undefined
    const taken: JsonObject = {}
    const others: JsonObject = {}
    for (const name of Object.keys(value)) put(is(value[name], name) ? taken : others, name, value[name]!)
    if (Object.keys(others).length === 0) {
      this.#left.delete(key)
      return value as Record<string, T>
    }
    this.#left.set(key, others)
    return Object.keys(taken).length === 0 ? undefined : (taken as Record<string, T>)
  }

  /** Like `split`, for sections that become records: an empty one stays, so that it comes back as empty. */
  entries<T extends Json>(key: string, is: (value: unknown, name: string) => value is T): [string, T][] {
    const taken = this.split(key, is)
    if (taken === undefined) return []
    const entries = Object.entries(taken)
    if (entries.length === 0) this.#left.set(key, {})
    return entries
  }

  /** A scalar in our spelling; the author's stays in the rest when it differs from what export would write. */
  spelt<T extends string>(
    key: string,
    values: readonly T[],
    written: (value: T) => string = (value) => value,
  ) {
    const value = this.#left.get(key)
    if (value === undefined || value === null) return undefined
    const found = values.find((candidate) => sameSpelling(candidate, value))
    if (found !== undefined && written(found) === value) this.#left.delete(key)
    return found
  }

  /** Everything that was not taken; undefined when nothing is left. */
  rest(): Record<string, Json> | undefined {
    if (this.#left.size === 0) return undefined
    const out: JsonObject = {}
    for (const [key, value] of this.#left) put(out, key, value)
    return out
  }
}

/**
 * Writes back what `Members.rest` kept. Fields win over the rest, except that objects are merged and that a scalar
 * keeps the author's spelling.
 */
export function mergeRest(out: JsonObject, rest: Readonly<Record<string, Json>> | undefined): JsonObject {
  if (!rest) return out
  for (const key of Object.keys(rest)) {
    const kept = rest[key]!
    const written = Object.hasOwn(out, key) ? out[key] : undefined
    if (written === undefined || sameSpelling(written, kept)) put(out, key, kept)
    else if (isObject(written) && isObject(kept)) put(out, key, mergeRest(copy(written), kept))
  }
  return out
}
