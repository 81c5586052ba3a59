import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put, putIf, textOf } from '../json.ts'
import { oauthFlows, schemaMembers } from './swagger2-hints.ts'

/** A parameter other than a body: what says its type moves into `schema`. */
export function parameterFromSwagger2(parameter: Json): Json {
  if (!isObject(parameter) || parameter['in'] === 'body') return parameter
  return withSchema(parameter)
}

export function headerFromSwagger2(header: Json): Json {
  return isObject(header) ? withSchema(header) : header
}

function withSchema(value: JsonObject): JsonObject {
  if (Object.hasOwn(value, 'schema') || Object.hasOwn(value, '$ref')) return value
  const out: JsonObject = {}
  const schema: JsonObject = {}
  for (const key of Object.keys(value)) put(schemaMembers.has(key) ? schema : out, key, value[key]!)
  if (Object.keys(schema).length > 0) out['schema'] = schema
  return out
}

/** A security definition as a security scheme. */
export function schemeFromSwagger2(scheme: Json): Json {
  if (!isObject(scheme)) return scheme
  if (scheme['type'] === 'basic') return { ...scheme, type: 'http', scheme: 'basic' }
  const flow = oauthFlows.find(([name]) => name === scheme['flow'])
  if (scheme['type'] !== 'oauth2' || !flow) return scheme
  const { flow: _, authorizationUrl, tokenUrl, scopes, ...others } = scheme
  const settings: JsonObject = {}
  putIf(settings, 'authorizationUrl', authorizationUrl)
  putIf(settings, 'tokenUrl', tokenUrl)
  putIf(settings, 'scopes', scopes)
  return { ...others, flows: { [flow[1]]: settings } }
}

/** The request body's schema that form parameters make. */
export function formSchema(parameters: readonly JsonObject[]): JsonObject {
  const properties: JsonObject = {}
  const required: string[] = []
  for (const parameter of parameters) {
    const { name, in: _, required: isRequired, ...rest } = parameter
    const property: JsonObject = rest.type === 'file' ? { ...rest, type: 'string', format: 'binary' } : rest
    put(properties, textOf(name), property)
    if (isRequired === true) required.push(textOf(name))
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
}

export function isFormParameter(value: Json): value is JsonObject {
  return isObject(value) && value['in'] === 'formData' && typeof own(value, 'name') === 'string'
}
