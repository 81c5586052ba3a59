import type { ApiRecord, Component, Json, JsonObject } from '@penstock/model'
import { isObject } from '../is-object.ts'

/** A schema or a part of one, and how to get there. Paths are made only for those that something is found in. */
export interface SchemaNode {
  readonly schema: JsonObject
  readonly parent: SchemaNode | null
  readonly keys: readonly (string | number)[]
}

/** Where in its record a part of a schema stands. */
export function pathOfNode(node: SchemaNode | null): (string | number)[] {
  const path: (string | number)[] = []
  for (let at = node; at; at = at.parent) path.unshift(...at.keys)
  return path
}

/** " of make_latest" where a schema is that of a property, or of its items: nobody finds it by its record alone. */
export function ofProperty(node: SchemaNode): string {
  const path = pathOfNode(node)
  const at = path.lastIndexOf('properties')
  return at < 0 || at === path.length - 1 ? '' : ` of ${path[at + 1]}`
}

let last: { readonly record: ApiRecord; readonly nodes: readonly SchemaNode[] } | null = null

/** Every schema in a model, component, method or resource, with all their parts, outside in. */
export function schemasIn(record: ApiRecord): readonly SchemaNode[] {
  // Rules come one after the other for the same record.
  if (last?.record === record) return last.nodes
  const nodes: SchemaNode[] = []
  rootsOf(record, (schema, keys) => visit(schema, null, keys, nodes))
  last = { record, nodes }
  return nodes
}

/** An example, and the schema that it is an example of. */
export interface ExampleNode {
  readonly schema: JsonObject
  readonly value: Json
  readonly path: readonly (string | number)[]
}

/** Every example that a media type or a parameter gives beside its schema. */
export function examplesIn(record: ApiRecord): ExampleNode[] {
  const found: ExampleNode[] = []
  holdersOf(record, (holder, keys) => {
    const { schema, example, examples } = holder
    if (!isObject(schema)) return
    if (example !== undefined) found.push({ schema, value: example, path: [...keys, 'example'] })
    if (!isObject(examples)) return
    for (const [name, given] of Object.entries(examples))
      if (isObject(given) && given['value'] !== undefined)
        found.push({ schema, value: given['value'], path: [...keys, 'examples', name, 'value'] })
  })
  return found
}

type Keys = readonly (string | number)[]
type Seen = (value: JsonObject, keys: Keys) => void

function rootsOf(record: ApiRecord, seen: Seen): void {
  if (record.kind === 'model') {
    if (isObject(record.schema)) seen(record.schema, ['schema'])
    return
  }
  holdersOf(record, (holder, keys) => {
    if (isObject(holder['schema'])) seen(holder['schema'], [...keys, 'schema'])
  })
}

/** Parameters, headers and media types: what has a schema. */
function holdersOf(record: ApiRecord, seen: Seen): void {
  if (record.kind === 'method') {
    parameters(record.parameters, ['parameters'], seen)
    if (record.requestBody) content(record.requestBody, ['requestBody'], seen)
    for (const [status, response] of Object.entries(record.responses ?? {}))
      responseOf(response, ['responses', status], seen)
  } else if (record.kind === 'resource') parameters(record.parameters, ['parameters'], seen)
  else if (record.kind === 'component') component(record, seen)
}

function component({ section, value }: Component, seen: Seen): void {
  if (!isObject(value)) return
  if (section === 'parameters' || section === 'headers') holder(value, ['value'], seen)
  else if (section === 'requestBodies') content(value, ['value'], seen)
  else if (section === 'responses') responseOf(value, ['value'], seen)
}

function parameters(list: readonly JsonObject[] | undefined, keys: Keys, seen: Seen): void {
  for (const [index, parameter] of (list ?? []).entries()) holder(parameter, [...keys, index], seen)
}

function holder(value: JsonObject, keys: Keys, seen: Seen): void {
  seen(value, keys)
  content(value, keys, seen)
}

function responseOf(response: JsonObject, keys: Keys, seen: Seen): void {
  content(response, keys, seen)
  const { headers } = response
  if (!isObject(headers)) return
  for (const [name, header] of Object.entries(headers))
    if (isObject(header)) holder(header, [...keys, 'headers', name], seen)
}

function content(value: JsonObject, keys: Keys, seen: Seen): void {
  const types = value['content']
  if (!isObject(types)) return
  for (const [type, media] of Object.entries(types))
    if (isObject(media)) seen(media, [...keys, 'content', type])
}

const single = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items']
const mapped = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']

/** Anybody saves a schema of any depth; the deepest that is met in earnest has some thirty levels. */
const depthMax = 200

function visit(schema: JsonObject, parent: SchemaNode | null, keys: Keys, nodes: SchemaNode[], depth = 0) {
  const node: SchemaNode = { schema, parent, keys }
  nodes.push(node)
  if (depth >= depthMax) return
  for (const key of single) {
    const value = schema[key]
    if (isObject(value)) visit(value, node, [key], nodes, depth + 1)
  }
  for (const key of listed) {
    const value = schema[key]
    if (!Array.isArray(value)) continue
    for (const [index, item] of value.entries())
      if (isObject(item)) visit(item, node, [key, index], nodes, depth + 1)
  }
  for (const key of mapped) {
    const value = schema[key]
    if (!isObject(value)) continue
    for (const [name, item] of Object.entries(value))
      if (isObject(item)) visit(item, node, [key, name], nodes, depth + 1)
  }
}
