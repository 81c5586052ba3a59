import { answer } from '../answer.ts'
import type { Handler } from '../compiled-stage.ts'
import { headerValue } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'
import type { CacheKey } from './cache-key.ts'
import { ignoredWarning, lookupOf } from './invalidation.ts'
import { isKept, isReadable } from './kept-answers.ts'
import { Recording } from './recording.ts'
import type { CachedAnswer, ResponseCache } from './response-caches.ts'
import type { RouteCacheRule } from './route-cache.ts'
import { within } from '../within.ts'

export interface CachedRoute {
  readonly cache: ResponseCache
  readonly rule: RouteCacheRule
  readonly key: CacheKey
  /** Of `ANY` only these requests are cached; null: all of the route. */
  readonly only: 'GET' | null
  /** What RFC 9111 says of shared caches is heeded, besides the settings. */
  readonly heedsHttp: boolean
  /** How long a request waits at most for the answer to another one. */
  readonly waitMs: number
}

/** What a request may show that an answer may be for. */
const credentials = ['authorization', 'cookie']

/**
 * A handler behind a cache; only routes that are cached have one. Of many requests for one answer that is not there the first
 * calls the integration, and the others wait for it: as long as `waitMs`, until it fails, or until it shows to be one that
 * is not kept. Then each goes by itself.
 */
export function cached(route: CachedRoute, handler: Handler): Handler {
  const { cache, rule, key } = route
  return (context) => {
    const { inspector } = context
    if (inspector !== null) {
      inspector.enter('cache')
      inspector.fact('not read', 'a look at a route neither reads nor fills the cache')
      if (key.needsBody && context.heldBody === null) return handler(context)
      inspector.fact('key', key.of(context))
      return handler(context)
    }
    if (passesBy(route, context)) {
      context.cache = 'bypass'
      return handler(context)
    }
    if (key.needsBody && context.heldBody === null) return readBody(context).then(() => serve(context))
    return serve(context)
  }

  function serve(context: RequestContext): void | Promise<void> {
    const lookup = lookupOf(context, rule)
    const name = key.of(context)
    const warns = lookup === 'warn'
    if (lookup === 'renew') {
      context.cache = 'renewed'
      return call(context, name, warns)
    }
    const kept = cache.get(name)
    if (!(kept instanceof Promise)) return found(context, name, warns, kept)
    return kept.then((answered) => (context.finished ? undefined : found(context, name, warns, answered)))
  }

  function found(
    context: RequestContext,
    name: string,
    warns: boolean,
    kept: CachedAnswer | null,
  ): void | Promise<void> {
    if (kept !== null && isFor(context, kept)) return give(context, kept, warns)
    const pending = cache.pending.get(name)
    if (pending !== undefined) return follow(context, name, warns, pending)
    return lead(context, name, warns)
  }

  function lead(context: RequestContext, name: string, warns: boolean): void | Promise<void> {
    let settle: (answered: CachedAnswer | null) => void = () => undefined
    const pending = new Promise<CachedAnswer | null>((resolve) => (settle = resolve))
    cache.pending.set(name, pending)
    return call(context, name, warns, (answered) => {
      cache.pending.delete(name)
      settle(answered)
    })
  }

  async function follow(
    context: RequestContext,
    name: string,
    warns: boolean,
    pending: Promise<CachedAnswer | null>,
  ): Promise<void> {
    const answered = await within(pending, route.waitMs, null)
    if (context.finished) return
    if (answered !== null && isFor(context, answered)) give(context, answered, warns)
    else await call(context, name, warns)
  }

  function call(
    context: RequestContext,
    name: string,
    warns: boolean,
    settle?: (answered: CachedAnswer | null) => void,
  ): void | Promise<void> {
    const keeps = (status: number, headers: Parameters<typeof isKept>[1]) =>
      isKept(status, headers, route.heedsHttp)
    const recording = new Recording(context.response, keeps, warns, (answered) => {
      if (answered !== null) cache.set(name, answered, rule.ttlSeconds)
      settle?.(answered)
    })
    context.cache ??= 'miss'
    context.recording = recording
    context.response = recording
    try {
      // One that fails is answered by the pipeline, and nobody waits for that.
      return handler(context)?.catch((thrown: unknown) => {
        recording.abandon()
        throw thrown
      })
    } catch (thrown) {
      recording.abandon()
      throw thrown
    }
  }
}

function give(context: RequestContext, { status, headers, body, kind }: CachedAnswer, warns: boolean): void {
  context.cache = 'hit'
  const lines = [...headers]
  if (warns) lines.push('Warning', ignoredWarning)
  answer(context, status, lines, body, kind)
}

function passesBy({ only, heedsHttp, key }: CachedRoute, context: RequestContext): boolean {
  const { request, method } = context
  if (request.method === 'HEAD' || (only !== null && method !== only)) return true
  return (
    heedsHttp &&
    credentials.some((name) => requestHeader(request, name) !== undefined && !key.separates(name))
  )
}

function isFor({ request }: RequestContext, { headers }: CachedAnswer): boolean {
  return isReadable(headerValue(headers, 'content-encoding'), requestHeader(request, 'accept-encoding'))
}
