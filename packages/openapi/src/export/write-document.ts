import {
  type Api,
  type Definition,
  type JsonObject,
  type Method,
  recordsOf,
  resourceTree,
} from '@penstock/model'
import { documentationExtension, partOrderHint } from '../import/amazon.ts'
import { componentSections } from '../import/components.ts'
import { type OperationKey, operationKeys, relativeHint } from '../import/paths.ts'
import { swaggerHint } from '../convert/swagger2-hints.ts'
import { isObject, put, putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import { isLeftOut } from '../penstock-words.ts'
import { drawnVersion, isDrawn, pathItemParameters } from './drawn.ts'
import { byName, byPath } from './order.ts'
import { writeAmazonRoot } from './write-amazon.ts'
import { writeNamedIntegrations } from './write-integration.ts'
import { writeOperation } from './write-operation.ts'
import { writeScheme } from './write-security.ts'
import { createWriteScope, type Extensions, type WriteScope } from './write-scope.ts'

/**
 * The definition as an OpenAPI 3 shaped document whose schemas are in the dialect of the api record. Paths, methods
 * and names come in a fixed order. Values are shared with the records, not copied.
 */
export function writeDocument(
  definition: Definition,
  extensions: Extensions,
  scope: WriteScope = createWriteScope(definition, extensions),
): JsonObject {
  const { api } = scope
  const out: JsonObject = { openapi: api.openapiVersion ?? defaultVersions[api.dialect ?? 'oas31'] }
  out['info'] = writeInfo(api)
  putIf(out, 'servers', api.servers)
  putIf(out, 'security', api.security)
  putIf(out, 'tags', api.tags)
  const paths = writePaths(scope)
  const components = writeComponents(scope)
  if (Object.keys(paths).length > 0 || !isPathless(api)) out['paths'] = paths
  if (Object.keys(components).length > 0) out['components'] = components
  if (extensions !== 'none') writeAmazonRoot(scope, out)
  mergeRest(out, restOf(api, extensions))
  return out
}

const defaultVersions = { oas31: '3.1.0', oas30: '3.0.3', swagger2: '2.0' } as const

/** OpenAPI 3.1 lets a document do without paths when it has webhooks or components. */
function isPathless(api: Api): boolean {
  const rest = api.rest ?? {}
  return (api.dialect ?? 'oas31') === 'oas31' && ('webhooks' in rest || 'components' in rest)
}

function writeInfo(api: Api): JsonObject {
  const info: JsonObject = { title: api.name }
  putIf(info, 'description', api.description)
  putIf(info, 'version', api.version ?? (isDrawn(api) && !api.info?.['version'] ? drawnVersion : undefined))
  return isObject(api.info) ? mergeRest(info, api.info) : info
}

function writePaths(scope: WriteScope): JsonObject {
  const tree = resourceTree(scope.definition)
  const paths: JsonObject = {}
  const resources = [...recordsOf(scope.definition, 'resource')]
  for (const [resource, path] of byPath(resources, (resource) => tree.paths.get(resource.id))) {
    const methods = tree.methods.get(resource.id) ?? []
    if (!resource.declared && methods.length === 0) continue
    const item: JsonObject = {}
    putIf(item, 'summary', resource.summary)
    putIf(item, 'description', resource.description)
    putIf(item, 'servers', resource.servers)
    putIf(item, 'parameters', pathItemParameters(scope, resource, methods, path))
    writeMethods(scope, item, methods, path)
    const { [relativeHint]: relative, ...rest } = resource.rest ?? {}
    put(paths, relative === true ? path.slice(1) : path, mergeRest(item, scope.keep(rest)))
  }
  return paths
}

function writeMethods(scope: WriteScope, item: JsonObject, methods: readonly Method[], path: string) {
  for (const key of Object.keys(operationKeys) as OperationKey[]) {
    if (key.startsWith('x-') && scope.extensions === 'none') continue
    const method = methods.find((candidate) => candidate.httpMethod === operationKeys[key])
    if (method) item[key] = writeOperation(scope, method, path)
  }
}

function writeComponents(scope: WriteScope): JsonObject {
  const components: JsonObject = {}
  const section = (name: string, entries: Iterable<readonly [string, unknown]>) => {
    const out: JsonObject = {}
    for (const [key, value] of byName(entries)) putIf(out, key, value)
    if (Object.keys(out).length > 0) components[name] = out
  }
  const { definition } = scope
  section(
    'schemas',
    [...recordsOf(definition, 'model')].map(({ name, schema }) => [name, schema] as const),
  )
  const parts = [...recordsOf(definition, 'component')]
  for (const name of componentSections) {
    section(
      name,
      parts.filter((part) => part.section === name).map((part) => [part.name, part.value] as const),
    )
  }
  section(
    'securitySchemes',
    [...recordsOf(definition, 'authorizer')].map((a) => [a.name, writeScheme(a, scope)] as const),
  )
  if (scope.extensions !== 'none') section('x-amazon-apigateway-integrations', writeNamedIntegrations(scope))
  return components
}

function restOf(api: Api, extensions: Extensions) {
  if (!api.rest) return undefined
  const out: JsonObject = {}
  for (const key of Object.keys(api.rest)) {
    if (key === swaggerHint && api.dialect !== 'swagger2') continue
    if (key !== swaggerHint && isLeftOut(key, extensions)) continue
    put(out, key, api.rest[key]!)
  }
  const documentation = out[documentationExtension]
  if (isObject(documentation)) {
    const { [partOrderHint]: _, ...others } = documentation
    out[documentationExtension] = others
  }
  return out
}
