import {
  type Definition,
  find,
  type Json,
  type JsonObject,
  type Method,
  recordsOf,
  resourceTree,
} from '@penstock/model'
import { convertDocument } from '../convert/convert-document.ts'
import { writeAsSwagger2 } from '../convert/to-swagger2.ts'
import type { ExportOptions } from '../export-document.ts'
import { byName, byPath } from '../export/order.ts'
import { writeAmazonRoot } from '../export/write-amazon.ts'
import { writeMethodIntegration } from '../export/write-integration.ts'
import { createWriteScope, type WriteScope } from '../export/write-scope.ts'
import { securityOf, writeScheme } from '../export/write-security.ts'
import { integrationExtension } from '../import/integration.ts'
import { type OperationKey, operationKeys } from '../import/paths.ts'
import { isObject, put, putIf } from '../json.ts'
import { routedPath } from './aws-view.ts'
import { type ParameterLookup, parameterLookup, requestParametersOf } from './request-parameters.ts'

/**
 * What Amazon's GetExport says of a deployed stage: descriptions, summaries and tags live in documentation parts and
 * are left out, every response is called "200 response", parameters are strings, and vendor settings appear only when
 * asked for. Recorded from the real service.
 */
export function exportForAmazon(definition: Definition, options: ExportOptions): JsonObject {
  const scope = createWriteScope(definition, options.extensions)
  const dialect = scope.api.dialect ?? 'oas31'
  const { name, host } = options.stage ?? { name: 'default', host: 'localhost' }
  const diagnostics = options.diagnostics ?? []
  const written: JsonObject = {
    openapi: '3.0.1',
    info: infoOf(scope),
    paths: pathsOf(scope),
    components: componentsOf(scope),
  }
  if (options.extensions !== 'none') writeAmazonRoot(scope, written)
  const converted = convertDocument(written, dialect, options.format, diagnostics)
  if (options.format === 'swagger2') {
    const { swagger, info, ...others } = writeAsSwagger2(converted, diagnostics)
    return { swagger: swagger!, info: info!, host, basePath: `/${name}`, schemes: ['https'], ...others }
  }
  const servers = [{ url: `https://${host}/{basePath}`, variables: { basePath: { default: name } } }]
  const { openapi: _, info, ...others } = converted
  return { openapi: options.format === 'oas30' ? '3.0.1' : '3.1.0', info: info!, servers, ...others }
}

function infoOf({ api }: WriteScope): JsonObject {
  const info: JsonObject = { title: api.name }
  putIf(info, 'description', api.description)
  putIf(info, 'version', api.version)
  return info
}

function pathsOf(scope: WriteScope): JsonObject {
  const tree = resourceTree(scope.definition)
  const lookup = parameterLookup(scope.definition)
  const paths: JsonObject = {}
  for (const [resource, path] of byPath([...recordsOf(scope.definition, 'resource')], ({ id }) =>
    tree.paths.get(id),
  )) {
    const methods = tree.methods.get(resource.id) ?? []
    if (methods.length === 0) continue
    const routed = routedPath(scope.api, path)
    const item: JsonObject = {}
    for (const key of Object.keys(operationKeys) as OperationKey[]) {
      const method = methods.find(({ httpMethod }) => httpMethod === operationKeys[key])
      if (method) item[key] = operationOf(scope, method, routed, lookup)
    }
    put(paths, routed, item)
  }
  return paths
}

function operationOf(scope: WriteScope, method: Method, path: string, lookup: ParameterLookup): JsonObject {
  const out: JsonObject = {}
  putIf(out, 'operationId', method.operationId)
  const parameters = requestParametersOf(scope.definition, method, path, lookup).map(
    ({ in: place, name, required }) => ({
      name,
      in: place,
      ...(required ? { required } : {}),
      schema: { type: 'string' },
    }),
  )
  if (parameters.length > 0) out['parameters'] = parameters
  const content = modelsOf(method.requestBody?.['content'])
  if (content) out['requestBody'] = { content, required: true }
  const responses: JsonObject = {}
  for (const [status, response] of byName(Object.entries(method.responses ?? {}))) {
    put(responses, status, responseOf(status, response))
  }
  if (Object.keys(responses).length > 0) out['responses'] = responses
  const security = securityOf(scope, method) ?? scope.api.security
  if (security && security.length > 0) out['security'] = security
  if (scope.extensions === 'none') return out
  putIf(out, 'x-amazon-apigateway-request-validator', scope.validatorName(method.validator))
  const integration = find(scope.definition, 'integration', method.integration)
  const said = integration && writeMethodIntegration(scope, integration, method, path)
  if (said)
    out[integrationExtension] = '$ref' in said ? said : { passthroughBehavior: 'when_no_match', ...said }
  return out
}

function responseOf(status: string, response: JsonObject): JsonObject {
  const out: JsonObject = { description: `${status} response` }
  if (isObject(response['headers'])) {
    out['headers'] = Object.fromEntries(
      Object.keys(response['headers']).map((name) => [name, { schema: { type: 'string' } }]),
    )
  }
  out['content'] = modelsOf(response['content']) ?? {}
  return out
}

/** Media types with their models; undefined when none has one. */
function modelsOf(content: Json | undefined): JsonObject | undefined {
  const out: JsonObject = {}
  for (const [type, media] of Object.entries(isObject(content) ? content : {})) {
    if (isObject(media) && media['schema'] !== undefined) put(out, type, { schema: media['schema'] })
  }
  return Object.keys(out).length > 0 ? out : undefined
}

function componentsOf(scope: WriteScope): JsonObject {
  const components: JsonObject = {}
  const models = byName(
    [...recordsOf(scope.definition, 'model')].map(({ name, schema }) => [name, schema] as const),
  )
  if (models.length > 0) components['schemas'] = Object.fromEntries(models)
  const schemes = byName(
    [...scope.authorizers.values()].map((record) => [record.name, writeScheme(record, scope)] as const),
  )
  if (schemes.length > 0) components['securitySchemes'] = Object.fromEntries(schemes)
  return components
}
