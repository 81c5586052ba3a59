import type { Value } from '../values/value.ts'

/** A method that templates may call. `arity` and `doc` serve the editor's completion and the template checks. */
export interface Method<T> {
  readonly name: string
  /** Fewest and most arguments; a call outside of it gives null, as a method that does not exist. */
  readonly arity: readonly [number, number]
  readonly doc: string
  /** Gives null where Java would throw: a reference that fails prints nothing. */
  readonly call: (target: T, args: readonly Value[]) => Value
}

/** Looked up by names that templates supply, hence a Map: `constructor` finds nothing. */
export type MethodTable<T> = ReadonlyMap<string, Method<T>>

export function methodTable<T>(...families: readonly (readonly Method<T>[])[]): MethodTable<T> {
  return new Map(families.flat().map((method) => [method.name, method]))
}

export function method<T>(
  name: string,
  arity: number | readonly [number, number],
  doc: string,
  call: Method<T>['call'],
): Method<T> {
  return { name, arity: typeof arity === 'number' ? [arity, arity] : arity, doc, call }
}

/** An argument that must be an integer in the range of an index. */
export function indexOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}
