import { initTRPC, TRPCError } from '@trpc/server'
import { AppError, toProblem } from '@penstock/errors'
import type { CallContext } from '../procedures/context.ts'
import { errorOf } from './error-of.ts'

const t = initTRPC.context<CallContext>().create({
  // Never a stack trace to a client, whatever NODE_ENV says.
  isDev: false,
  // Another server process may have revoked what opened a stream: it is asked again after ten minutes.
  sse: {
    maxDurationMs: 600_000,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const problem = toProblem(errorOf(error), ctx?.requestId)
    return {
      ...shape,
      message: problem.title,
      data: { code: shape.data.code, httpStatus: problem.status, path: shape.data.path, problem },
    }
  },
})

export const { router } = t

/** Anybody. */
export const publicProcedure = t.procedure

/** Whoever has a session or a token. */
export const signedInProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED', cause: new AppError('UNAUTHENTICATED') })
  return next({ ctx: { ...ctx, actor: ctx.actor } })
})
