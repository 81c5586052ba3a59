import { clientAddress } from '../../dialects/forwarded.ts'
import { accountId } from '../../mapping/context-variables.ts'
import type { RequestInputs } from '../../mapping/request-inputs.ts'
import { ownMembers } from '../../own-members.ts'
import { requestTime } from '../../mapping/request-time.ts'
import { decodeAll, decodePath, eventBody, orNull, withGatewayHeaders } from './event-v1.ts'

/** Lambda's proxy event, payload format 2.0: lower-case headers, cookies apart, repeated values joined by commas. */
export function eventV2(inputs: RequestInputs, bytes: Buffer): Record<string, unknown> {
  const { context } = inputs
  const source = context.route?.source
  const routeKey =
    source === undefined || source.path.endsWith('$default') ? '$default' : `${source.method} ${source.path}`
  const headers = ownMembers<string>()
  let cookies: string[] | undefined
  for (const [lower, { values }] of withGatewayHeaders(inputs)) {
    if (lower === 'cookie')
      cookies = values.flatMap((value) => value.split(/;\s*/)).filter((cookie) => cookie !== '')
    else headers[lower] = values.join(',')
  }
  const query = ownMembers<string>()
  for (const [name, values] of inputs.query) query[name] = values.join(',')
  const { body, isBase64Encoded } = eventBody(inputs, bytes)
  const domain = context.host.replace(/:\d+$/, '')
  return {
    version: '2.0',
    routeKey,
    rawPath: context.contextPath,
    rawQueryString: context.query,
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...optional('queryStringParameters', query),
    requestContext: {
      accountId,
      apiId: context.stage?.slug ?? '',
      domainName: domain,
      domainPrefix: domain.split('.')[0] ?? '',
      http: {
        method: context.method,
        path: decodePath(context.contextPath),
        protocol: `HTTP/${context.request.version}`,
        sourceIp: clientAddress(context),
        userAgent: inputs.header('user-agent') ?? '',
      },
      requestId: context.extendedId,
      routeKey,
      stage: context.stage?.name ?? '',
      time: requestTime(context.startedAt),
      timeEpoch: context.startedAt,
    },
    ...optional('pathParameters', decodeAll(context.pathParameters)),
    ...optional('stageVariables', inputs.stageVariables),
    ...(body === null ? {} : { body }),
    isBase64Encoded,
  }
}

function optional(name: string, map: object): Record<string, unknown> {
  return orNull(map) === null ? {} : { [name]: map }
}
