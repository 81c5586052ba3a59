import type { SignedInContext } from '../procedures/context.ts'

/** The same call, said to come from this program. */
export function from(source: 'cli' | 'api' | undefined, ctx: SignedInContext): SignedInContext {
  return source === undefined ? ctx : { ...ctx, actor: { ...ctx.actor, source } }
}
