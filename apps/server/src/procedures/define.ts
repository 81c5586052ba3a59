import type { z } from 'zod'
import type { CallContext, SignedInContext } from './context.ts'

/**
 * A call of the control plane, free of any protocol: what it takes, who may make it at all (policies/ say the rest),
 * and what it does: load → authorize → command → present. tRPC and REST both serve these.
 */
export interface Procedure<
  S extends z.ZodType,
  O,
  A extends 'public' | 'signed-in' = 'public' | 'signed-in',
> {
  readonly type: 'query' | 'mutation'
  readonly access: A
  readonly input: S
  run(ctx: A extends 'signed-in' ? SignedInContext : CallContext, input: z.output<S>): Promise<O>
}

export interface QueryProcedure<S extends z.ZodType, O, A extends 'public' | 'signed-in'>
  extends Procedure<S, O, A> {
  readonly type: 'query'
}

export interface MutationProcedure<S extends z.ZodType, O, A extends 'public' | 'signed-in'>
  extends Procedure<S, O, A> {
  readonly type: 'mutation'
}

interface Body<S extends z.ZodType, O, C> {
  readonly input: S
  run(ctx: C, input: z.output<S>): Promise<O>
}

/** Reads; needs a session or a token. */
export function query<S extends z.ZodType, O>(
  body: Body<S, O, SignedInContext>,
): QueryProcedure<S, O, 'signed-in'> {
  return { type: 'query', access: 'signed-in', ...body }
}

/** Changes something; needs a session or a token. */
export function mutation<S extends z.ZodType, O>(
  body: Body<S, O, SignedInContext>,
): MutationProcedure<S, O, 'signed-in'> {
  return { type: 'mutation', access: 'signed-in', ...body }
}

/** Reads, for anybody. There is one list of these: the test that enumerates every procedure. */
export function publicQuery<S extends z.ZodType, O>(
  body: Body<S, O, CallContext>,
): QueryProcedure<S, O, 'public'> {
  return { type: 'query', access: 'public', ...body }
}

/** Changes something, for anybody: signing in, and the one-time setup. */
export function publicMutation<S extends z.ZodType, O>(
  body: Body<S, O, CallContext>,
): MutationProcedure<S, O, 'public'> {
  return { type: 'mutation', access: 'public', ...body }
}
