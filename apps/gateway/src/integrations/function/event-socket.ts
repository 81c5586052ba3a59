import type { RequestInputs } from '../../mapping/request-inputs.ts'
import type { SocketEvent } from '../../websocket/socket-event.ts'
import { eventV1, orNull } from './event-v1.ts'

/** Lambda's proxy event in a WebSocket API: a connection brings its headers, a message only its text. */
export function eventSocket(
  inputs: RequestInputs,
  bytes: Buffer,
  { type }: SocketEvent,
): Record<string, unknown> {
  const stageVariables = orNull(inputs.stageVariables)
  const shared = {
    requestContext: inputs.variables,
    ...(stageVariables === null ? {} : { stageVariables }),
    isBase64Encoded: false,
  }
  if (type === 'MESSAGE') return { ...shared, body: bytes.toString('utf8') }
  const { headers, multiValueHeaders, queryStringParameters, multiValueQueryStringParameters } = eventV1(
    inputs,
    bytes,
  )
  return {
    headers,
    multiValueHeaders,
    ...(queryStringParameters === null ? {} : { queryStringParameters, multiValueQueryStringParameters }),
    ...shared,
  }
}
