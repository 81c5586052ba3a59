import { AppError, toAppError, toProblem } from '@penstock/errors'
import { databaseError } from '@penstock/prisma'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { drain } from './drain.ts'

/** What answers 503 passes by itself: a queue that is full, a database that is being restarted. */
const retryAfterSeconds = 5

/** When to try again what passes by itself. */
export function retryHeaders({ status }: AppError): Record<string, string> {
  return status === 503 ? { 'retry-after': String(retryAfterSeconds) } : {}
}

/** Every failure of a route as `application/problem+json` with the id of the request. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((thrown, request, reply) => sendProblem(errorFrom(thrown, request), request, reply))
}

export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.status >= 500)
    request.log.error({ err: error.cause ?? error, internal: error.internal }, error.code)
  else request.log.info({ code: error.code, internal: error.internal }, error.message)
  drain(request, reply)
  void reply.headers(retryHeaders(error))
  return reply
    .code(error.status)
    .type('application/problem+json')
    .send(JSON.stringify(toProblem(error, request.id)))
}

/** Whatever was thrown, in our catalog: our own, the framework's, the database's. */
export function errorFrom(thrown: unknown, request: FastifyRequest): AppError {
  const { code, statusCode, message } = thrown as { code?: unknown; statusCode?: unknown; message?: unknown }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new AppError('PAYLOAD_TOO_LARGE', { params: { limit: `${request.routeOptions.bodyLimit} bytes` } })
  if (
    typeof statusCode === 'number' &&
    statusCode >= 400 &&
    statusCode < 500 &&
    !(thrown instanceof AppError)
  )
    return new AppError('INVALID_INPUT', { params: { reason: String(message) }, cause: thrown })
  return toAppError(databaseError(thrown))
}
