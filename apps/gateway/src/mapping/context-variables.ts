import { clientAddress } from '../dialects/forwarded.ts'
import { headerValue } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import { socketVariables } from '../websocket/socket-variables.ts'
import { requestTime } from './request-time.ts'

/** Amazon's account number, which self-hosted APIs have none of. */
export const accountId = '000000000000'

/**
 * `$context` of mapping templates and gateway responses, and `requestContext` of a v1.0 event: one shape
 * (aws-semantics §1.4), with nulls where the request has nothing.
 */
export function contextVariables(context: RequestContext): Record<string, unknown> {
  if (context.socket !== null) return socketVariables(context, context.socket)
  const { stage, route } = context
  const domain = context.host.replace(/:\d+$/, '')
  return {
    accountId,
    apiId: stage?.slug ?? '',
    deploymentId: idOf(stage?.deployment ?? stage?.bundle ?? ''),
    domainName: domain,
    domainPrefix: domain.split('.')[0] ?? '',
    extendedRequestId: context.extendedId,
    httpMethod: context.method,
    // On Amazon there is none where no canary is.
    ...(stage !== null && stage.side !== null && { isCanaryRequest: stage.side === 'canary' }),
    identity: {
      accessKey: null,
      accountId: null,
      ...(context.apiKey && { apiKey: context.apiKey.value, apiKeyId: context.apiKey.id }),
      caller: null,
      cognitoAuthenticationProvider: null,
      cognitoAuthenticationType: null,
      cognitoIdentityId: null,
      cognitoIdentityPoolId: null,
      principalOrgId: null,
      sourceIp: clientAddress(context),
      user: null,
      userAgent: headerValue(context.request.headers, 'user-agent') ?? null,
      userArn: null,
    },
    path: context.contextPath,
    protocol: `HTTP/${context.request.version}`,
    requestId: context.id,
    requestTime: requestTime(context.startedAt),
    requestTimeEpoch: context.startedAt,
    resourceId: idOf(route?.source.resource ?? ''),
    resourcePath: route?.source.path ?? context.path,
    stage: stage?.name ?? '',
  }
}

/** `identity.sourceIp` → its value as text; undefined when there is none. */
export function lookUpVariable(
  variables: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  let value: unknown = variables
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  if (value === null || value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Amazon's ids are lower-case letters and digits; clients have been seen to rely on it. */
function idOf(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '')
}
