import { clientAddress, portOf } from '../../dialects/forwarded.ts'
import { isBinaryType } from '../../mapping/binary.ts'
import { contextVariables } from '../../mapping/context-variables.ts'
import type { RequestInputs } from '../../mapping/request-inputs.ts'
import { ownMembers } from '../../own-members.ts'

/** Names that Amazon spells its own way whatever the client's casing was. */
const spelling: ReadonlyMap<string, string> = new Map(
  Object.entries({
    authorization: 'Authorization',
    'user-agent': 'User-Agent',
    host: 'Host',
  }),
)

/** Lambda's proxy event, payload format 1.0 (aws-semantics §1.3). Empty maps are null; the path stays encoded. */
export function eventV1(inputs: RequestInputs, bytes: Buffer): Record<string, unknown> {
  const { context } = inputs
  const isHttpApi = context.stage?.dialect.name === 'http'
  const headers = ownMembers<string>()
  const multiValueHeaders = ownMembers<string[]>()
  for (const [lower, { name, values }] of withGatewayHeaders(inputs)) {
    const spelt = spelling.get(lower) ?? name
    headers[spelt] = values.at(-1) ?? ''
    multiValueHeaders[spelt] = values
  }
  const query = ownMembers<string>()
  const multiValueQuery = ownMembers<string[]>()
  for (const [name, values] of inputs.query) {
    query[name] = values.at(-1) ?? ''
    multiValueQuery[name] = values
  }
  const { body, isBase64Encoded } = eventBody(inputs, bytes)
  const requestContext = contextVariables(context)
  const pathParameters = context.pathParameters
  const resource = context.route?.source.path ?? context.path
  return {
    ...(isHttpApi ? { version: '1.0' } : {}),
    resource,
    path: context.path,
    httpMethod: context.method,
    headers,
    multiValueHeaders,
    queryStringParameters: orNull(query),
    multiValueQueryStringParameters: orNull(multiValueQuery),
    pathParameters: orNull(isHttpApi ? decodeAll(pathParameters) : pathParameters),
    stageVariables: orNull(inputs.stageVariables),
    requestContext: isHttpApi
      ? {
          ...requestContext,
          extendedRequestId: context.extendedId,
          requestId: context.extendedId,
          path: decodePath(context.contextPath),
          resourceId: `${context.method} ${resource}`,
        }
      : requestContext,
    body,
    isBase64Encoded,
  }
}

/** The client's headers with those that the gateway adds: X-Forwarded-*, the trace. */
export function withGatewayHeaders(inputs: RequestInputs): Map<string, { name: string; values: string[] }> {
  const { context } = inputs
  const headers = new Map(inputs.headers)
  const before = headers.get('x-forwarded-for')?.values ?? []
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), { name, values: [value] })
  set('X-Forwarded-For', [...before, clientAddress(context)].join(', '))
  set('X-Forwarded-Port', portOf(context))
  set('X-Forwarded-Proto', context.request.secure ? 'https' : 'http')
  set('X-Amzn-Trace-Id', context.trace)
  return headers
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Text as text; binary types, and bytes that are no UTF-8, as base64. */
export function eventBody(
  inputs: RequestInputs,
  bytes: Buffer,
): { body: string | null; isBase64Encoded: boolean } {
  if (bytes.length === 0) return { body: null, isBase64Encoded: false }
  if (!isBinaryBody(inputs)) {
    try {
      return { body: utf8.decode(bytes), isBase64Encoded: false }
    } catch {
      // Not UTF-8: falls through to base64, the only form that keeps every byte.
    }
  }
  return { body: bytes.toString('base64'), isBase64Encoded: true }
}

const textual = /^(text\/|application\/(.*\+)?(json|xml|javascript|x-www-form-urlencoded|graphql))/

/** By the API's binary types; an HTTP API has none and goes by what is known to be text. */
function isBinaryBody(inputs: RequestInputs): boolean {
  const { stage } = inputs.context
  const contentType = inputs.header('content-type')
  if (stage?.dialect.name === 'http')
    return contentType !== undefined && !textual.test(contentType.toLowerCase())
  return isBinaryType(stage?.api.binaryMediaTypes ?? [], contentType)
}

export function orNull<T extends object>(map: T): T | null {
  return Object.keys(map).length === 0 ? null : map
}

/** Percent-decoded; what is no valid encoding stays as it is. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function decodeAll(parameters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodePath(value)]))
}
