import { Failure } from '../failure.ts'
import { headerValues } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import type { RouteCacheRule } from './route-cache.ts'

/** As Amazon sends it. */
export const ignoredWarning = '199 Cache-control headers were ignored because the caller was unauthorized.'

/** Whether what is kept may answer: `warn` says that the client asked for something newer and is not obeyed. */
export type Lookup = 'read' | 'warn' | 'renew'

/**
 * What `Cache-Control: max-age=0` does. Amazon asks for the permission `execute-api:InvalidateCache`, which callers of a
 * gateway cannot show: where authorization is required, as it is unless a stage says otherwise, nobody has it. Throws
 * CACHE_CONTROL_REFUSED.
 */
export function lookupOf(
  context: RequestContext,
  { requireAuthorization = true, unauthorized = 'SUCCEED_WITH_RESPONSE_HEADER' }: RouteCacheRule,
): Lookup {
  if (!asksForNew(context)) return 'read'
  if (!requireAuthorization) return 'renew'
  if (unauthorized === 'FAIL_WITH_403') {
    context.cache = 'refused'
    throw new Failure('CACHE_CONTROL_REFUSED', {
      phase: 'cache',
      reason: 'the call asks for an answer that is not kept, and this stage lets nobody do so',
    })
  }
  return unauthorized === 'SUCCEED_WITH_RESPONSE_HEADER' ? 'warn' : 'read'
}

function asksForNew({ request }: RequestContext): boolean {
  return headerValues(request.headers, 'cache-control').some((value) =>
    value.split(',').some((directive) => directive.trim().toLowerCase() === 'max-age=0'),
  )
}
