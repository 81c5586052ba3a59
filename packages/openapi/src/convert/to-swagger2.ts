import type { Diagnostic, Json, JsonObject } from '@penstock/model'
import { operationKeys } from '../import/paths.ts'
import { isObject, isStrings, own, put, putIf, sameJson } from '../json.ts'
import { pointerOf } from '../pointer.ts'
import { mapValues } from './from-swagger2.ts'
import { mapReferences, referenceToSwagger2 } from './references.ts'
import { serversOf, swaggerHint } from './swagger2-hints.ts'
import { headerToSwagger2, parameterToSwagger2, schemeToSwagger2 } from './to-swagger2-parts.ts'
import { writeBodyParameters, type WrittenBody } from './to-swagger2-body.ts'
import { addressOf } from './to-swagger2-servers.ts'

interface Context {
  readonly consumes: readonly string[]
  readonly produces: readonly string[]
  readonly lost: (pointer: string, construct: string) => void
}

/**
 * An OpenAPI 3 shaped document, its schemas in the dialect of Swagger 2.0 already, as Swagger 2.0. What that version
 * has no words for is left out with a diagnostic.
 */
export function writeAsSwagger2(document: JsonObject, diagnostics: Diagnostic[]): JsonObject {
  const context: Context = {
    consumes: listOf(document, 'consumes'),
    produces: listOf(document, 'produces'),
    lost: (pointer, construct) => {
      diagnostics.push({
        code: 'not-in-swagger2',
        severity: 'warning',
        message: `Swagger 2.0 has no word for ${construct}; it is left out.`,
        location: { pointer },
      })
    },
  }
  const out: JsonObject = { swagger: '2.0' }
  putIf(out, 'info', own(document, 'info'))
  const { openapi: _, info: __, servers, paths, components, [swaggerHint]: hint, ...others } = document
  Object.assign(
    out,
    isObject(hint) && sameJson(serversOf(hint) ?? null, servers ?? null)
      ? hint
      : addressOf(servers, context.lost),
  )
  for (const key of Object.keys(others)) {
    if (key === 'webhooks' || key === 'jsonSchemaDialect') context.lost(pointerOf(key), key)
    else put(out, key, others[key]!)
  }
  if (paths !== undefined) {
    out['paths'] = isObject(paths)
      ? mapValues(paths, (item, path) => writeItem(item, pointerOf('paths', path), context))
      : paths
  }
  if (isObject(components)) writeComponents(out, components, context)
  return mapReferences(out, referenceToSwagger2)
}

function writeComponents(out: JsonObject, components: JsonObject, context: Context) {
  const parameters: JsonObject = {}
  for (const section of Object.keys(components)) {
    const value = components[section]!
    if (!isObject(value)) continue
    if (section === 'schemas') out['definitions'] = value
    else if (section === 'responses') {
      out['responses'] = mapValues(value, (response) => writeResponse(response, context))
    } else if (section === 'securitySchemes') out['securityDefinitions'] = mapValues(value, schemeToSwagger2)
    else if (section === 'parameters') {
      for (const name of Object.keys(value)) put(parameters, name, parameterToSwagger2(value[name]!))
      out['parameters'] = parameters
    } else if (section === 'requestBodies') {
      for (const [name, body] of Object.entries(value)) {
        const [parameter] = isObject(body) ? writeBodyParameters(body).parameters : []
        if (parameter) put(parameters, name, parameter)
      }
      out['parameters'] = parameters
    } else context.lost(pointerOf('components', section), `components.${section}`)
  }
}

function writeItem(item: Json, pointer: string, context: Context): Json {
  if (!isObject(item)) return item
  const out: JsonObject = {}
  for (const key of Object.keys(item)) {
    const value = item[key]!
    if (key in operationKeys && isObject(value)) {
      if (key === 'trace') context.lost(`${pointer}/trace`, 'TRACE')
      else put(out, key, writeOperation(value, `${pointer}/${key}`, context))
    } else if (key === 'parameters' && Array.isArray(value)) out[key] = value.map(parameterToSwagger2)
    else if (key === 'servers' || key === 'summary' || key === 'description')
      context.lost(`${pointer}/${key}`, key)
    else put(out, key, value)
  }
  return out
}

function writeOperation(operation: JsonObject, pointer: string, context: Context): JsonObject {
  const { parameters, requestBody, ...others } = operation
  const out: JsonObject = {}
  const body = isObject(requestBody) ? writeBodyParameters(requestBody) : undefined
  if (parameters !== undefined || body) {
    out['parameters'] = Array.isArray(parameters ?? [])
      ? insert(((parameters ?? []) as Json[]).map(parameterToSwagger2), body)
      : (parameters as Json)
  }
  for (const key of Object.keys(others)) {
    const value = others[key]!
    if (key === 'responses' && isObject(value)) {
      out[key] = mapValues(value, (response, name) =>
        name.startsWith('x-') ? response : writeResponse(response, context),
      )
    } else if (key === 'callbacks' || key === 'servers') context.lost(`${pointer}/${key}`, key)
    else put(out, key, value)
  }
  writeMediaTypes(out, 'consumes', body?.mediaTypes ?? [], context.consumes)
  writeMediaTypes(out, 'produces', producedBy(own(operation, 'responses')), context.produces)
  return out
}

/** Body parameters go back to where they stood in the list; new ones to its end. */
function insert(parameters: Json[], body: WrittenBody | undefined): Json[] {
  const out = [...parameters]
  body?.parameters.forEach((parameter, i) => {
    out.splice(body.indexes[i] ?? out.length, 0, parameter)
  })
  return out
}

/** Says the media types unless what is said already (here or at the root) covers exactly them. */
function writeMediaTypes(
  out: JsonObject,
  key: 'consumes' | 'produces',
  used: readonly string[],
  inherited: readonly string[],
) {
  if (used.length === 0) return
  const said = own(out, key)
  const covered =
    isStrings(said) && said.length > 0 ? said : inherited.length > 0 ? inherited : ['application/json']
  if (used.every((type) => covered.includes(type))) return
  out[key] = [...used]
}

function producedBy(responses: Json | undefined): string[] {
  const types = new Set<string>()
  for (const response of Object.values(isObject(responses) ? responses : {})) {
    const content = isObject(response) ? response['content'] : undefined
    for (const [type, media] of Object.entries(isObject(content) ? content : {})) {
      if (isObject(media) && media['example'] === undefined) types.add(type)
    }
  }
  return [...types]
}

function writeResponse(response: Json, context: Context): Json {
  if (!isObject(response) || Object.hasOwn(response, '$ref')) return response
  const { content, headers, links, ...out } = response
  if (links !== undefined) context.lost('', 'links')
  if (headers !== undefined)
    out['headers'] = isObject(headers) ? mapValues(headers, headerToSwagger2) : headers
  const media = Object.entries(isObject(content) ? content : {})
  const examples: JsonObject = {}
  for (const [type, value] of media) {
    if (!isObject(value)) continue
    if (value['schema'] !== undefined) out['schema'] ??= value['schema']
    const example = value['example'] ?? firstExample(value['examples'])
    if (example !== undefined) put(examples, type, example)
  }
  if (Object.keys(examples).length > 0) out['examples'] = examples
  return out
}

function firstExample(examples: Json | undefined): Json | undefined {
  const [first] = Object.values(isObject(examples) ? examples : {})
  return isObject(first) ? first['value'] : undefined
}

function listOf(document: JsonObject, key: string): string[] {
  const value = own(document, key)
  return isStrings(value) ? value : []
}
