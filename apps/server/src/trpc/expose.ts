import type { TRPCMutationProcedure, TRPCQueryProcedure } from '@trpc/server'
import { z } from 'zod'
import { AppError } from '@penstock/errors'
import type { CallContext } from '../procedures/context.ts'
import type { MutationProcedure, Procedure, QueryProcedure } from '../procedures/define.ts'
import { toTrpcError } from './to-trpc-error.ts'
import { publicProcedure, signedInProcedure } from './trpc.ts'

type Access = 'public' | 'signed-in'
export interface Def<S extends z.ZodType, O> {
  input: z.input<S>
  output: O
  meta: unknown
}

/** A procedure of ours as one of tRPC's. Types pass through unchanged. */
export function expose<S extends z.ZodType, O, A extends Access>(
  procedure: QueryProcedure<S, O, A>,
): TRPCQueryProcedure<Def<S, O>>
export function expose<S extends z.ZodType, O, A extends Access>(
  procedure: MutationProcedure<S, O, A>,
): TRPCMutationProcedure<Def<S, O>>
export function expose<S extends z.ZodType, O>(procedure: Procedure<S, O>): unknown {
  const guarded = procedure.access === 'public' ? publicProcedure : signedInProcedure
  // A call that takes nothing may come without a body, which tRPC would not read as "nothing".
  const base = procedure.input instanceof z.ZodVoid ? guarded : guarded.input(procedure.input)
  const resolve = async ({ ctx, input }: { ctx: CallContext; input: unknown }): Promise<O> => {
    const { actor } = ctx
    if (procedure.access === 'signed-in' && !actor) throw toTrpcError(new AppError('UNAUTHENTICATED'))
    try {
      return await procedure.run(
        { ...ctx, actor } as Parameters<typeof procedure.run>[0],
        input as z.output<S>,
      )
    } catch (thrown) {
      throw toTrpcError(thrown)
    }
  }
  return procedure.type === 'query' ? base.query(resolve) : base.mutation(resolve)
}
