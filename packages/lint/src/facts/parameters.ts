import { type Definition, type JsonObject, type Method, resolveRef } from '@penstock/model'
import { isObject } from '../is-object.ts'
import type { RecordScope } from '../scope.ts'

/** A parameter that callers of a method may send. */
export interface Declared {
  /** As it says itself, references followed. */
  readonly parameter: JsonObject
  /** Where in the method's own list; undefined for one that its resource gives to all methods. */
  readonly index: number | undefined
}

/** The parameters of a method: its own, and those of its resource that it does not declare anew. */
export function declaredParameters(method: Method, scope: RecordScope): Declared[] {
  const own = followed(method.parameters, scope).map(([parameter, index]) => ({ parameter, index }))
  const known = new Set(own.map(({ parameter }) => parameterKey(parameter)))
  const shared = followed(scope.find('resource', method.resource)?.parameters, scope)
    .filter(([parameter]) => !known.has(parameterKey(parameter)))
    .map(([parameter]) => ({ parameter, index: undefined }))
  return [...own, ...shared]
}

/** A parameter of a list as it says itself, references followed; undefined where none is there. */
export function parameterAt(
  definition: Definition,
  list: readonly JsonObject[] | undefined,
  index: unknown,
): JsonObject | undefined {
  let current: unknown = typeof index === 'number' ? list?.[index] : undefined
  for (let steps = 0; steps < 20 && isObject(current); steps++) {
    const ref = current['$ref']
    if (typeof ref !== 'string') return current
    current = resolveRef(definition, ref)
  }
  return undefined
}

/** Whether a list has a parameter of this key, references followed, before a place in it. */
export function isDeclared(
  definition: Definition,
  list: readonly JsonObject[] | undefined,
  key: string,
  before = Infinity,
): boolean {
  return (list ?? []).some((_, index) => {
    const parameter = index < before ? parameterAt(definition, list, index) : undefined
    return parameter !== undefined && parameterKey(parameter) === key
  })
}

export function parameterKey(parameter: JsonObject): string {
  return `${textOf(parameter['in'])} ${textOf(parameter['name'])}`
}

/** A member that is to be text, as a message repeats it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Names of a path's parameters, greedy ones without the plus. */
export function pathParameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map(([, name]) => name!)
}

function followed(list: readonly JsonObject[] | undefined, scope: RecordScope): [JsonObject, number][] {
  return (list ?? []).flatMap((parameter, index): [JsonObject, number][] => {
    const said = scope.follow(parameter)
    return said ? [[said, index]] : []
  })
}
