import { clientAddress } from '../dialects/forwarded.ts'
import { headerValue } from '../headers.ts'
import { requestTime } from '../mapping/request-time.ts'
import type { RequestContext } from '../request-context.ts'
import type { SocketEvent } from './socket-event.ts'

/** `$context` of templates and `requestContext` of events in a WebSocket API (aws-semantics §1.20). */
export function socketVariables(context: RequestContext, event: SocketEvent): Record<string, unknown> {
  const { stage, request } = context
  return {
    routeKey: event.routeKey,
    ...(event.messageId === null ? {} : { messageId: event.messageId }),
    ...(event.closed === null
      ? {}
      : { disconnectStatusCode: event.closed.code, disconnectReason: event.closed.reason }),
    eventType: event.type,
    extendedRequestId: context.extendedId,
    requestTime: requestTime(context.startedAt),
    messageDirection: 'IN',
    stage: stage?.name ?? '',
    connectedAt: event.connectedAt,
    requestTimeEpoch: context.startedAt,
    identity: {
      userAgent: headerValue(request.headers, 'user-agent') ?? null,
      sourceIp: clientAddress(context),
    },
    requestId: context.id,
    domainName: context.host.replace(/:\d+$/, ''),
    connectionId: event.connectionId,
    apiId: stage?.slug ?? '',
  }
}
