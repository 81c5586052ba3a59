import { toAppError } from '@penstock/errors'
import { databaseError } from '@penstock/prisma'
import { TRPCError } from '@trpc/server'

const codes: Readonly<Record<number, TRPCError['code']>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
  504: 'GATEWAY_TIMEOUT',
}

/** Whatever was thrown, with tRPC's nearest code outside and our error, which says it exactly, inside. */
export function toTrpcError(thrown: unknown): TRPCError {
  if (thrown instanceof TRPCError) return thrown
  const cause = toAppError(databaseError(thrown))
  return new TRPCError({
    code: codes[cause.status] ?? 'INTERNAL_SERVER_ERROR',
    message: cause.message,
    cause,
  })
}
