import { Decimal, type Value } from '../values/value.ts'
import { listMethods } from './list.ts'
import { mapMethods } from './map.ts'
import type { MethodTable } from './method.ts'
import { booleanMethods, numericMethods } from './number.ts'
import { stringMethods } from './string.ts'

/** The methods that a value has. Each table only ever receives values of the kind it is chosen for. */
export function methodsOf(target: Value): MethodTable<never> | null {
  switch (typeof target) {
    case 'string':
      return stringMethods
    case 'number':
    case 'bigint':
      return numericMethods
    case 'boolean':
      return booleanMethods
  }
  if (target === null) return null
  if (Array.isArray(target)) return listMethods
  if (target instanceof Map) return mapMethods
  if (target instanceof Decimal) return numericMethods
  return target.methods
}

/** Calls a method by name; null when the value has no such method or it takes other arguments. */
export function invoke(target: Value, name: string, args: readonly Value[]): Value {
  const method = methodsOf(target)?.get(name)
  if (method === undefined || args.length < method.arity[0] || args.length > method.arity[1]) return null
  return method.call(target as never, args)
}

/** `$x.name`: an entry of a map, a property of ours, or one of Java's getters that take no argument. */
export function property(target: Value, name: string): Value {
  if (target === null) return null
  if (target instanceof Map) return target.get(name) ?? null
  if (typeof target === 'object' && 'get' in target && !Array.isArray(target)) return target.get(name)
  return name === 'empty' ? invoke(target, 'isEmpty', []) : null
}
