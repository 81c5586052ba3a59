import {
  type Definition,
  find,
  type JsonObject,
  type Method,
  recordsOf,
  type RecordId,
} from '@penstock/model'
import { isObject, textOf } from '../json.ts'
import { tokensOf } from '../pointer.ts'

/** One parameter as Amazon keeps it: only where it is, its name and whether it is required. */
export interface RequestParameter {
  readonly in: 'path' | 'query' | 'header'
  readonly name: string
  readonly required: boolean
}

/** Looks parameters up that are given by `$ref`; built once per definition. */
export type ParameterLookup = (parameter: JsonObject) => JsonObject

export function parameterLookup(definition: Definition): ParameterLookup {
  const named = new Map<string, JsonObject>()
  for (const { section, name, value } of recordsOf(definition, 'component')) {
    if (section === 'parameters' && isObject(value)) named.set(name, value)
  }
  return (parameter) => {
    let current = parameter
    for (let hops = 0; hops < 8; hops++) {
      const match = /^#\/components\/parameters\/([^/]+)$/.exec(textOf(current['$ref']))
      const target = match && named.get(tokensOf(`/${match[1]}`)[0]!)
      if (!target) return current
      current = target
    }
    return current
  }
}

/**
 * The parameters of a method, the resource's included. Those of the path that nobody declares are there all the same,
 * as required ones.
 */
export function requestParametersOf(
  definition: Definition,
  method: Method,
  path: string,
  lookup: ParameterLookup,
): RequestParameter[] {
  const found = new Map<string, RequestParameter>()
  const resource = find(definition, 'resource', method.resource as RecordId)
  for (const parameter of [...(resource?.parameters ?? []), ...(method.parameters ?? [])]) {
    const { in: place, name, required } = lookup(parameter)
    if (typeof name !== 'string' || (place !== 'path' && place !== 'query' && place !== 'header')) continue
    found.set(`${place}.${name}`, { in: place, name, required: required === true })
  }
  for (const [, name] of path.matchAll(/\{([^{}+]+)\+?\}/g)) {
    const key = `path.${name}`
    if (!found.has(key)) found.set(key, { in: 'path', name: name!, required: true })
  }
  return [...found.values()]
}
