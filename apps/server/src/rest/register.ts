import { AppError } from '@penstock/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Core } from '../core.ts'
import { callContext } from '../http/call-context.ts'
import { errorFrom, sendProblem } from '../http/problem.ts'
import type { Shell } from '../http/shell.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { describeRest } from './description.ts'
import { type RestRoute, signedIn } from './define.ts'
import { routes } from './routes/index.ts'

/** Bodies other than documents: a function's code is the largest of them. */
const bodyLimit = 16 * 1024 * 1024

/** The REST API at `/api/v1`, and its own description. */
export async function registerRest(app: FastifyInstance, core: Core, shell: Shell): Promise<void> {
  const description = describeRest(routes)
  await app.register(
    async (scope) => {
      scope.get('/openapi.json', { config: { access: 'public' } }, async () => description)
      for (const route of routes) if (route.body !== 'document') serve(scope, core, shell, route, bodyLimit)
      await scope.register(async (documents) => {
        documents.removeAllContentTypeParsers()
        documents.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
        documents.setErrorHandler((thrown, request, reply) => {
          const { code } = thrown as { code?: unknown }
          const tooLarge = code === 'FST_ERR_CTP_BODY_TOO_LARGE'
          return sendProblem(
            tooLarge ? importTooLarge(request, shell) : errorFrom(thrown, request),
            request,
            reply,
          )
        })
        for (const route of routes)
          if (route.body === 'document') serve(documents, core, shell, route, shell.importLimit)
      })
    },
    { prefix: '/api/v1' },
  )
}

function serve(app: FastifyInstance, core: Core, shell: Shell, route: RestRoute, limit: number): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: limit,
    config: { access: 'signed-in' },
    async handler(request, reply) {
      const answer = await route.handle({
        ctx: signedIn(callContext(core, shell, request, reply)),
        params: parseInput(route.params, request.params),
        query: parseInput(route.query, request.query),
        body: bodyOf(route, request),
        reply,
      })
      return send(route, reply, answer)
    },
  })
}

function bodyOf({ body }: RestRoute, request: FastifyRequest): unknown {
  if (body === 'document') return textOf(request.body)
  // No body at all means the same as an empty object: every member of such a call is optional.
  return body && parseInput(body, request.body ?? {})
}

function textOf(body: unknown): string {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new AppError('INVALID_INPUT', { params: { reason: 'Send the description as the body.' } })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new AppError('IMPORT_REFUSED', { params: { reason: 'The document is not UTF-8 text.' }, cause })
  }
}

function send({ status, produces }: RestRoute, reply: FastifyReply, answer: unknown) {
  reply.header('cache-control', 'no-store').code(status)
  if (status === 204) return reply.send()
  return produces ? reply.send(answer) : reply.type('application/json').send(JSON.stringify(answer))
}

function importTooLarge(request: FastifyRequest, { importLimit }: Shell): AppError {
  const told = Number(request.headers['content-length'])
  const size = Number.isFinite(told) ? megabytes(told) : `larger than ${megabytes(importLimit)}`
  return new AppError('IMPORT_TOO_LARGE', { params: { size, limit: megabytes(importLimit) } })
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`
}
