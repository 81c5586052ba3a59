import type { Json, JsonObject } from '@penstock/model'
import { operationKeys } from '../import/paths.ts'
import { isObject, isStrings, own, put, putIf } from '../json.ts'
import { headerFromSwagger2, parameterFromSwagger2, schemeFromSwagger2 } from './from-swagger2-parts.ts'
import { readBody } from './from-swagger2-body.ts'
import { mapReferences, referenceFromSwagger2 } from './references.ts'
import { serversOf, swaggerHint } from './swagger2-hints.ts'

/** What the operations of one Swagger 2.0 document need to know of its root. */
export interface Swagger2Root {
  readonly parameters: JsonObject
  readonly consumes: readonly string[]
  readonly produces: readonly string[]
}

/**
 * A Swagger 2.0 document in OpenAPI 3 shape. Schemas stay as they are but for their `$ref`s; what does not have the
 * expected shape stays where it is, since the importer keeps what it does not know.
 */
export function readAsOpenApi3(document: JsonObject): JsonObject {
  const source = mapReferences(document, referenceFromSwagger2)
  const root: Swagger2Root = {
    parameters: section(source, 'parameters'),
    consumes: mediaTypes(own(source, 'consumes')) ?? ['application/json'],
    produces: mediaTypes(own(source, 'produces')) ?? ['application/json'],
  }
  const out: JsonObject = { openapi: '3.0.3' }
  const components: JsonObject = {}
  const hint: JsonObject = {}
  for (const key of Object.keys(source)) {
    const value = source[key]!
    if (key === 'swagger') continue
    if (key === 'host' || key === 'basePath' || key === 'schemes') hint[key] = value
    else if (key === 'definitions' && isObject(value)) components['schemas'] = value
    else if (key === 'parameters' && isObject(value)) readSharedParameters(components, value, root)
    else if (key === 'responses' && isObject(value)) {
      components['responses'] = mapValues(value, (response) => readResponse(response, root.produces))
    } else if (key === 'securityDefinitions' && isObject(value)) {
      components['securitySchemes'] = mapValues(value, schemeFromSwagger2)
    } else if (key === 'paths' && isObject(value))
      out['paths'] = mapValues(value, (item) => readItem(item, root))
    else put(out, key, value)
  }
  putIf(out, 'servers', serversOf(hint))
  if (Object.keys(hint).length > 0) out[swaggerHint] = hint
  if (Object.keys(components).length > 0) out['components'] = components
  return out
}

function readSharedParameters(components: JsonObject, parameters: JsonObject, root: Swagger2Root) {
  const shared: JsonObject = {}
  const bodies: JsonObject = {}
  for (const [name, parameter] of Object.entries(parameters)) {
    const body =
      isObject(parameter) && parameter['in'] === 'body'
        ? readBody([parameter], root.consumes, root)
        : undefined
    if (body?.requestBody) put(bodies, name, body.requestBody)
    else put(shared, name, parameterFromSwagger2(parameter))
  }
  if (Object.keys(shared).length > 0 || Object.keys(bodies).length === 0) components['parameters'] = shared
  if (Object.keys(bodies).length > 0) components['requestBodies'] = bodies
}

function readItem(item: Json, root: Swagger2Root): Json {
  if (!isObject(item)) return item
  const out: JsonObject = {}
  for (const key of Object.keys(item)) {
    const value = item[key]!
    if (key in operationKeys && isObject(value)) put(out, key, readOperation(value, root))
    else if (key === 'parameters' && Array.isArray(value)) out[key] = value.map(parameterFromSwagger2)
    else put(out, key, value)
  }
  return out
}

function readOperation(operation: JsonObject, root: Swagger2Root): JsonObject {
  const out: JsonObject = {}
  const consumes = mediaTypes(own(operation, 'consumes')) ?? root.consumes
  const produces = mediaTypes(own(operation, 'produces')) ?? root.produces
  for (const key of Object.keys(operation)) {
    const value = operation[key]!
    if (key === 'parameters' && Array.isArray(value)) {
      const { parameters, requestBody } = readBody(value, consumes, root)
      out[key] = parameters.map(parameterFromSwagger2)
      putIf(out, 'requestBody', requestBody)
    } else if (key === 'responses' && isObject(value)) {
      out[key] = mapValues(value, (response, name) =>
        name.startsWith('x-') ? response : readResponse(response, produces),
      )
    } else put(out, key, value)
  }
  return out
}

function readResponse(response: Json, produces: readonly string[]): Json {
  if (!isObject(response) || Object.hasOwn(response, '$ref') || Object.hasOwn(response, 'content'))
    return response
  const out: JsonObject = {}
  const content: JsonObject = {}
  const schema = own(response, 'schema')
  const examples = own(response, 'examples')
  if (schema !== undefined) for (const type of produces) put(content, type, { schema })
  if (isObject(examples)) {
    for (const [type, example] of Object.entries(examples)) {
      put(content, type, schema === undefined ? { example } : { schema, example })
    }
  }
  for (const key of Object.keys(response)) {
    const value = response[key]!
    if (key === 'schema' || (key === 'examples' && isObject(value) && Object.keys(value).length > 0)) continue
    if (key === 'headers' && isObject(value)) out[key] = mapValues(value, headerFromSwagger2)
    else put(out, key, value)
  }
  if (Object.keys(content).length > 0) out['content'] = content
  return out
}

function mediaTypes(value: Json | undefined): string[] | undefined {
  return isStrings(value) && value.length > 0 ? value : undefined
}

function section(document: JsonObject, key: string): JsonObject {
  const value = own(document, key)
  return isObject(value) ? value : {}
}

export function mapValues(object: JsonObject, map: (value: Json, key: string) => Json): JsonObject {
  const out: JsonObject = {}
  for (const key of Object.keys(object)) put(out, key, map(object[key]!, key))
  return out
}
