import type { Integration, JsonObject } from '@penstock/model'
import { isObject, isObjects, own, textOf } from '../json.ts'
import { escapeToken } from '../pointer.ts'
import { integrationExtension } from './integration.ts'
import { operationKeys, type ReadOperation } from './paths.ts'
import type { ImportScope } from './scope.ts'

/**
 * What Amazon refuses or warns of when it imports an integration into a REST API, in Amazon's words. Rules recorded
 * from PutIntegration and from imports of a document.
 */
export function checkIntegration(
  scope: ImportScope,
  found: ReadOperation,
  value: JsonObject,
  integration: Omit<Integration, 'kind' | 'id'>,
): void {
  if (scope.compatibility !== 'aws' || scope.apiType !== 'REST') return
  const method = operationKeys[found.key]
  const path = scope.basePath + found.path
  const pointer = `${found.pointer}/${integrationExtension}`
  const error = (code: string, member: string, said: string) => {
    const message = `Unable to put integration on '${method}' for resource at path '${path}': ${said}`
    if (scope.strict) scope.report.error(code, pointer + member, message)
    else scope.report.warning(code, pointer + member, integrationExtension, message)
  }
  const { type, uri = '' } = integration
  if (type === 'aws_proxy' && !/:(lambda|firehose):/.test(uri)) {
    error(
      'integration-service',
      '/uri',
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    )
  }
  if ((type === 'http' || type === 'http_proxy') && !/^(https?:\/\/|\$\{stageVariables\.)/.test(uri)) {
    if (own(value, 'connectionType') !== 'VPC_LINK')
      error('integration-uri', '/uri', 'Invalid HTTP endpoint specified for URI')
  }
  if (type !== 'mock' && !integration.httpMethod) {
    error('integration-method', '/httpMethod', 'Enumeration value for HttpMethod must be non-empty')
  }
  for (const expression of Object.values(integration.requestParameters ?? {})) {
    if (isDeclared(scope, found, expression)) continue
    error(
      'mapping-undeclared',
      '/requestParameters',
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${expression}]`,
    )
  }
  warnOfDroppedParameters(scope, value, method, path, pointer)
}

/** Amazon drops parameters that are no strings, and says so. */
function warnOfDroppedParameters(
  scope: ImportScope,
  value: JsonObject,
  method: string,
  path: string,
  pointer: string,
) {
  const parameters = own(value, 'requestParameters')
  if (!isObject(parameters)) return
  for (const [name, mapped] of Object.entries(parameters)) {
    if (typeof mapped === 'string') continue
    scope.report.warning(
      'invalid-request-parameter',
      `${pointer}/requestParameters/${escapeToken(name)}`,
      'requestParameters',
      `Invalid format for 'requestParameters'. Expected type string for property '${name}' of resource '${path}' and method '${method}' but got '${textOf(mapped)}'`,
    )
  }
}

const places: Readonly<Record<string, string>> = {
  path: 'path',
  querystring: 'query',
  multivaluequerystring: 'query',
  header: 'header',
  multivalueheader: 'header',
}

/** A mapping may only read what the method declares; parameters of the path template count as declared. */
function isDeclared(scope: ImportScope, found: ReadOperation, expression: string): boolean {
  const match = /^method\.request\.(\w+)\.(.+)$/.exec(expression)
  if (!match) return true
  const [, source = '', name = ''] = match
  const place = places[source]
  if (place === undefined) return true
  if (place === 'path' && new RegExp(`\\{${escapeRegExp(name)}\\+?\\}`).test(found.path)) return true
  const resource = scope.records.get(found.resource)
  const shared = resource?.kind === 'resource' ? (resource.parameters ?? []) : []
  const declared = own(found.operation, 'parameters')
  // A referenced parameter is read from the document's components, which are records by now.
  return [...shared, ...(isObjects(declared) ? declared : [])].some((parameter) => {
    const resolved = scope.resolve(parameter)
    return resolved['in'] === place && resolved['name'] === name
  })
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
