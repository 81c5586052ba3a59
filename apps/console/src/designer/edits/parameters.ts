import {
  type Definition,
  type Json,
  type JsonObject,
  type Method,
  parseRef,
  type Resource,
  resolveRef,
} from '@penstock/model'

/** One row of a parameters table: what the record says, and what that means once a `$ref` is followed. */
export interface ParameterRow {
  readonly index: number
  readonly raw: JsonObject
  readonly name: string
  readonly location: string
  readonly required: boolean
  readonly type: string
  /** The shared parameter that it points at, if it does. */
  readonly shared: string | null
}

export function parameterRows(definition: Definition, record: Method | Resource): ParameterRow[] {
  return (record.parameters ?? []).map((raw, index) => {
    const value = resolveParameter(definition, raw)
    const ref = raw['$ref']
    return {
      index,
      raw,
      name: textOf(value['name']),
      location: textOf(value['in']),
      required: value['required'] === true,
      type: typeOf(value),
      shared: typeof ref === 'string' ? (parseRef(ref)?.name ?? ref) : null,
    }
  })
}

/** The parameter itself, whether it stands here or is pointed at. */
export function resolveParameter(definition: Definition, raw: JsonObject): JsonObject {
  const ref = raw['$ref']
  if (typeof ref !== 'string') return raw
  const value = resolveRef(definition, ref)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : raw
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function typeOf(parameter: JsonObject): string {
  const schema = parameter['schema']
  const from = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema : parameter
  const type = from['type']
  if (Array.isArray(type))
    return type
      .map(textOf)
      .filter((each) => each !== '' && each !== 'null')
      .join(' | ')
  return typeof type === 'string' ? type : '$ref' in from ? 'model' : 'any'
}

/** The parameter with another type; where the type stands depends on the dialect it was written in. */
export function withType(parameter: JsonObject, type: string): JsonObject {
  if ('type' in parameter && !('schema' in parameter)) return { ...parameter, type }
  const schema = parameter['schema']
  const before = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema : {}
  const { $ref: _, ...rest } = before
  return { ...parameter, schema: { ...rest, type } }
}

/** The record with one parameter replaced; null takes it out. */
export function withParameter<R extends Method | Resource>(
  record: R,
  index: number,
  value: JsonObject | null,
): R {
  const parameters = [...(record.parameters ?? [])]
  if (value === null) parameters.splice(index, 1)
  else parameters[index] = value
  if (parameters.length > 0) return { ...record, parameters }
  const { parameters: _, ...rest } = record
  return rest as R
}
