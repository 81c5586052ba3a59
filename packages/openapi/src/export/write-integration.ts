import {
  find,
  type Integration,
  type IntegrationResponse,
  type JsonObject,
  lambdaUri,
  type Method,
  recordsOf,
} from '@penstock/model'
import { componentHint } from '../integration-keys.ts'
import { put, putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import { escapeToken } from '../pointer.ts'
import type { WriteScope } from './write-scope.ts'

/** Whether Amazon has words for an integration: it stands alone and needs no record of ours beside it. */
export function isAmazons(integration: Integration): boolean {
  const { fromExamples, upstream, function: fn, name, rest } = integration
  // Nor have they a word for its name, but that of a component.
  const isNamed = name !== undefined && rest?.[componentHint] === undefined
  return !fromExamples && upstream === undefined && fn === undefined && !isNamed
}

/** What an operation says of its integration; undefined when Amazon's words can't say it. */
export function writeMethodIntegration(
  scope: WriteScope,
  integration: Integration,
  method: Method,
  path: string,
): JsonObject | undefined {
  const component = integration.rest?.[componentHint]
  if (typeof component === 'string') {
    return { $ref: `#/components/x-amazon-apigateway-integrations/${escapeToken(component)}` }
  }
  if (integration.fromExamples) return undefined
  const out = writeIntegration(scope, integration)
  const upstream = find(scope.definition, 'upstream', integration.upstream)
  if (upstream) {
    const base = upstream.url.replace(/\/$/, '')
    put(out, 'uri', integration.uri === undefined ? base + path : absolute(base, integration.uri))
    if (out['httpMethod'] === undefined) put(out, 'httpMethod', method.httpMethod)
  }
  return out
}

/** The members that the record has, in Amazon's words. */
export function writeIntegration(scope: WriteScope, integration: Integration): JsonObject {
  const out: JsonObject = { type: integration.type }
  putIf(out, 'httpMethod', integration.httpMethod)
  putIf(out, 'uri', integration.uri ?? functionUri(scope, integration))
  putIf(out, 'payloadFormatVersion', integration.payloadFormatVersion)
  putIf(out, 'passthroughBehavior', integration.passthroughBehavior?.toLowerCase())
  putIf(out, 'contentHandling', integration.contentHandling)
  putIf(out, 'timeoutInMillis', integration.timeoutMs)
  putIf(out, 'responseTransferMode', integration.responseTransferMode)
  putIf(out, 'requestParameters', integration.requestParameters)
  putIf(out, 'requestTemplates', integration.requestTemplates)
  if (integration.responses) out['responses'] = writeResponses(integration.responses)
  if (integration.insecureSkipVerification) out['tlsConfig'] = { insecureSkipVerification: true }
  return mergeRest(out, scope.keep(integration.rest))
}

/** `components.x-amazon-apigateway-integrations`: the integrations that came from there. */
export function* writeNamedIntegrations(scope: WriteScope): Generator<[string, JsonObject]> {
  for (const integration of recordsOf(scope.definition, 'integration')) {
    const component = integration.rest?.[componentHint]
    if (typeof component === 'string') yield [component, writeIntegration(scope, integration)]
  }
}

function writeResponses(responses: Readonly<Record<string, IntegrationResponse>>): JsonObject {
  const out: JsonObject = {}
  for (const [pattern, response] of Object.entries(responses)) {
    const value: JsonObject = { statusCode: response.statusCode }
    putIf(value, 'responseParameters', response.responseParameters)
    putIf(value, 'responseTemplates', response.responseTemplates)
    putIf(value, 'contentHandling', response.contentHandling)
    put(out, pattern, mergeRest(value, response.rest))
  }
  return out
}

function absolute(base: string, uri: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : `${base}/${uri.replace(/^\//, '')}`
}

/** A function of this API by the URI that the bundle builder resolves back to its name. */
function functionUri(scope: WriteScope, integration: Integration): string | undefined {
  const fn = find(scope.definition, 'function', integration.function)
  if (!fn) return undefined
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${fn.name}`
  return lambdaUri('us-east-1', arn, integration.responseTransferMode)
}
