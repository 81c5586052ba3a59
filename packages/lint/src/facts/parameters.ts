import type { JsonObject, Method } from '@penstock/model'
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
