import type { Json, JsonObject } from '@penstock/model'
import { isObject, isObjects, own, sameJson } from '../json.ts'
import { formSchema } from './from-swagger2-parts.ts'
import { swaggerHint } from './swagger2-hints.ts'

export interface WrittenBody {
  readonly parameters: readonly JsonObject[]
  /** Where in the operation's list each goes; beyond the end for new ones. */
  readonly indexes: readonly number[]
  readonly mediaTypes: readonly string[]
}

/** A request body as body or form parameters, in the way that the note in it remembers. */
export function writeBodyParameters(requestBody: JsonObject): WrittenBody {
  const { [swaggerHint]: note, content, ...rest } = requestBody
  const hint = isObject(note) ? note : {}
  if (typeof rest['$ref'] === 'string') {
    return { parameters: [{ $ref: rest['$ref'] }], indexes: indexesOf(hint), mediaTypes: [] }
  }
  const types = isObject(content) ? Object.keys(content) : []
  const media = isObject(content) ? content[types[0] ?? ''] : undefined
  const schema = isObject(media) ? media['schema'] : undefined
  const isForm = types.length > 0 && types.every((type) => /multipart|urlencoded/.test(type))
  if (isForm && isObject(schema) && (isObject(schema['properties']) || 'form' in hint)) {
    const form = own(hint, 'form')
    const parameters = isObjects(form) && sameJson(formSchema(form), schema) ? form : formParameters(schema)
    const implied = types.length === 1 && types[0] === own(hint, 'implied')
    return { parameters, indexes: indexesOf(hint), mediaTypes: implied ? [] : types }
  }
  const name = Object.hasOwn(hint, 'index') ? own(hint, 'name') : 'body'
  const body: JsonObject = { ...(name === undefined ? {} : { name }), in: 'body', ...rest }
  if (schema !== undefined) body['schema'] = schema
  return { parameters: [body], indexes: indexesOf(hint), mediaTypes: types }
}

function indexesOf(hint: JsonObject): number[] {
  const { index, indexes } = hint
  if (typeof index === 'number') return [index]
  return Array.isArray(indexes) ? indexes.filter((value): value is number => typeof value === 'number') : []
}

function formParameters(schema: JsonObject): JsonObject[] {
  const properties = isObject(schema['properties']) ? schema['properties'] : {}
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries(properties).map(([name, property]) => {
    const shape: JsonObject = isObject(property) ? simple(property) : { type: 'string' }
    return { name, in: 'formData', ...(required.includes(name) ? { required: true } : {}), ...shape }
  })
}

/** Form fields have no schema in Swagger 2.0: a file, a plain type, or text. */
function simple(property: JsonObject): JsonObject {
  if (property['type'] === 'string' && property['format'] === 'binary') {
    const { format: _, ...others } = property
    return { ...others, type: 'file' }
  }
  const type: Json | undefined = property['type']
  if (typeof type === 'string' && type !== 'object') return property
  const description = property['description']
  return { type: 'string', ...(description === undefined ? {} : { description }) }
}
