import type { Definition, Json, JsonObject } from '@penstock/model'
import type { ParameterView } from '../delta.ts'
import { objectAt } from '../json.ts'
import { follow } from './follow.ts'

export interface Parameter extends ParameterView {
  readonly value: JsonObject
  readonly ref: string | undefined
  readonly index: number
}

/** Parameters by `in name`. Path parameters are required whatever they say. */
export function readParameters(
  list: readonly JsonObject[] | undefined,
  definition: Definition,
): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>()
  for (const [index, part] of (list ?? []).entries()) {
    const { value, ref } = follow(part, definition)
    const place = typeof value['in'] === 'string' ? value['in'] : ''
    const name = typeof value['name'] === 'string' ? value['name'] : ''
    if (!place || !name) continue
    const required = place === 'path' || value['required'] === true
    // Header names mean the same in any case.
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`
    parameters.set(key, { in: place, name, required, value, ref, index })
  }
  return parameters
}

/** The media type that a parameter is written in; undefined: plain text. */
export function mediaTypeOf(parameter: JsonObject): string | undefined {
  return parameter['schema'] === undefined ? Object.keys(objectAt(parameter, 'content'))[0] : undefined
}

/** The schema of a parameter: its own, or that of its one media type. */
export function parameterSchema(parameter: JsonObject): Json | undefined {
  if (parameter['schema'] !== undefined) return parameter['schema']
  const type = mediaTypeOf(parameter)
  return type === undefined ? undefined : objectAt(objectAt(parameter, 'content'), type)['schema']
}
