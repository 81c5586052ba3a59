import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import { toProblem } from '@penstock/errors'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { callContext } from '../http/call-context.ts'
import { drain } from '../http/drain.ts'
import { errorFrom, retryHeaders } from '../http/problem.ts'
import type { Shell } from '../http/shell.ts'
import { toTrpcError } from './to-trpc-error.ts'
import { errorOf } from './error-of.ts'
import { largestBody, limitBodies } from './limit-bodies.ts'
import { type AppRouter, appRouter } from './router.ts'

/** The console's calls at `/trpc`. Each procedure says for itself who may call it. */
export async function registerTrpc(app: FastifyInstance, core: Core, shell: Shell): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'procedure' }
      route.bodyLimit = largestBody
    })
    limitBodies(scope)
    const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
      router: appRouter,
      createContext: ({ req, res }) => callContext(core, shell, req, res),
      responseMeta: ({ errors }) => ({
        headers: Object.assign({}, ...errors.map((error) => retryHeaders(errorOf(error)))) as Record<
          string,
          string
        >,
      }),
      onError({ error, path, req }) {
        const found = errorOf(error)
        if (found.status < 500) req.log.info({ code: found.code, path }, found.message)
        else req.log.error({ err: found.cause ?? error, internal: found.internal, path }, found.code)
      },
    }
    // What is refused before tRPC sees it (another site, a stale token, a body that is too large), in tRPC's shape.
    scope.setErrorHandler((thrown, request, reply) => {
      const error = errorFrom(thrown, request)
      const problem = toProblem(error, request.id)
      const { code } = toTrpcError(error)
      const data = { code, httpStatus: error.status, problem }
      request.log.info({ code: error.code, internal: error.internal }, error.message)
      drain(request, reply)
      return reply
        .code(error.status)
        .headers(retryHeaders(error))
        .send({ error: { message: problem.title, code: TRPC_ERROR_CODES_BY_KEY[code], data } })
    })
    await scope.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions })
  })
}
