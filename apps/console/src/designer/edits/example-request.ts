import { type Definition, type Json, type JsonObject, type Method, pathOf, resolveRef } from '@penstock/model'
import { parameterRows, resolveParameter } from './parameters.ts'

/** A request to begin with: parameters filled from examples or types, and a body that the schema would take. */
export interface ExampleRequest {
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

export function exampleRequest(definition: Definition, method: Method): ExampleRequest {
  const values = new Map<string, string>()
  const query: string[] = []
  const headers: [string, string][] = []
  const inherited = definition.get(method.resource)
  const rows = [
    ...(inherited?.kind === 'resource' ? parameterRows(definition, inherited) : []),
    ...parameterRows(definition, method),
  ]
  for (const row of rows) {
    const parameter = resolveParameter(definition, row.raw)
    const value = textOf(exampleOf(definition, parameter)) ?? row.name
    if (row.location === 'path') values.set(row.name, value)
    else if (!row.required) continue
    else if (row.location === 'query')
      query.push(`${encodeURIComponent(row.name)}=${encodeURIComponent(value)}`)
    else if (row.location === 'header') headers.push([row.name, value])
  }
  const template = pathOf(definition, method.resource) ?? '/'
  const path = template.replace(/\{([^{}]+?)\+?\}/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? name),
  )
  const body = exampleBody(definition, method)
  if (body !== '') headers.push(['content-type', 'application/json'])
  return {
    method: method.httpMethod === 'ANY' ? 'GET' : method.httpMethod,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers,
    body,
  }
}

/** A value as it is written into a URL or a header. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function exampleBody(definition: Definition, method: Method): string {
  const body = resolved(definition, method.requestBody)
  const content = objectAt(body, 'content')
  const media = content && objectAt(content, 'application/json')
  if (!media) return ''
  const example = exampleOf(definition, media)
  return example === undefined ? '{}' : JSON.stringify(example, null, 2)
}

/** `example`, the first of `examples`, or something of the schema's shape. */
function exampleOf(definition: Definition, holder: JsonObject): Json | undefined {
  if (holder['example'] !== undefined) return holder['example']
  const [first] = Object.values(objectAt(holder, 'examples') ?? {})
  const named = resolved(definition, first)
  if (named?.['value'] !== undefined) return named['value']
  return fromSchema(definition, holder['schema'], 0)
}

function fromSchema(definition: Definition, json: Json | undefined, depth: number): Json | undefined {
  const schema = resolved(definition, json)
  if (!schema || depth > 4) return undefined
  for (const key of ['example', 'default', 'const']) if (schema[key] !== undefined) return schema[key]
  for (const key of ['examples', 'enum']) {
    const list = schema[key]
    if (Array.isArray(list) && list[0] !== undefined) return list[0]
  }
  const type = Array.isArray(schema['type']) ? schema['type'][0] : schema['type']
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return true
  if (type === 'string') return 'string'
  if (type === 'array') {
    const item = fromSchema(definition, schema['items'], depth + 1)
    return item === undefined ? [] : [item]
  }
  const properties = objectAt(schema, 'properties')
  if (!properties) return type === 'object' ? {} : undefined
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const example: JsonObject = {}
  for (const [name, property] of Object.entries(properties)) {
    if (!required.includes(name)) continue
    const value = fromSchema(definition, property, depth + 1)
    if (value !== undefined) example[name] = value
  }
  return example
}

function resolved(definition: Definition, json: Json | undefined): JsonObject | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const ref = json['$ref']
  if (typeof ref !== 'string') return json
  const target = resolveRef(definition, ref)
  return typeof target === 'object' && target !== null && !Array.isArray(target) ? target : undefined
}

function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}
