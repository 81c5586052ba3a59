import type { AppError } from '@penstock/errors'
import { answer } from './answer.ts'
import { resolveAddress } from './address.ts'
import { apiFailure } from './api-failure.ts'
import type { CompiledRoute, CompiledStage } from './compiled-stage.ts'
import { diagnoseEndpoint } from './diagnosis/diagnose-endpoint.ts'
import type { FailedCalls } from './diagnosis/failed-calls.ts'
import { nativeDialect } from './dialects/native.ts'
import { Failure, type Phase, toFailure } from './failure.ts'
import { isToken } from './headers.ts'
import { inspectEndpoint } from './inspection/inspect-endpoint.ts'
import type { InspectedContent } from './inspection/inspected-content.ts'
import { pinnedRoute } from './inspection/pinned-route.ts'
import { RequestContext } from './request-context.ts'
import { type RoutingTable, type Runtime, withStage } from './runtime.ts'
import { requestHeader, type WireHandler } from './wire/server.ts'
import type { Others } from './workers/questions.ts'

export interface PipelineOptions {
  readonly runtime: Runtime
  /** Suffix of the hosts that name an API, e.g. `gateway.localhost`. */
  readonly domain: string
  /** What is inspected without being served. */
  readonly contents: InspectedContent
  /** What may be asked to be repeated. */
  readonly failedCalls: FailedCalls
  /** The other processes of this node. */
  readonly others: Others
  /** Answers a request over plain HTTP to a WebSocket API. */
  readonly manage: (context: RequestContext, stage: CompiledStage) => Promise<void>
  /** Told once of every request, at its end. */
  readonly onFinished: (context: RequestContext) => void
}

/**
 * The life of a request. A route pays for what it uses: each step is either always needed or was compiled into the
 * route's handler; nothing is looked up in a list of plugins.
 *
 *     head of the request
 *       │ address        host and path → API and stage          404 API_NOT_SERVED, STAGE_NOT_SERVED
 *       │                or its canary, where it has one
 *       │ limits         URL, headers, announced body, where     413, 414, 431
 *       │                the stage has such
 *       │ cors           preflight is answered here              204
 *       │ preview        a draft asks for its token             401 PREVIEW_PROTECTED
 *       │ route          method and path → route                 404, 405 (Amazon: 403, 404)
 *       │ authorizer     what cannot be checked is closed        403 ROUTE_REFUSED
 *       │ api key        of routes that ask for one             403 API_KEY_REFUSED (native 401 without a key)
 *       │ throttle       the key's in its plan, then the         429 RATE_LIMITED
 *       │                method's, where there are limits
 *       │ validation     parameters, then the body: of routes    400, 413, 415
 *       │                that have a validator
 *       │ cache          of routes that are cached: what is      403 CACHE_CONTROL_REFUSED
 *       │                kept answers, and nothing follows
 *       ▼ handler of the route's integration
 *       │ request              the body, if a mapping reads it   413
 *       │ integration request  mappings, template, address       400, 415, 500
 *       │ integration          upstream, function, mock          502, 504
 *       │ integration response selection, template, headers      500
 *       ▼
 *     answer: CORS and ids on every answer, the gateway's own included
 *       ▼
 *     onFinished: record, metrics
 *
 *  Anything thrown on the way becomes a Failure with the phase it happened in, and is answered in the API's dialect.
 *  When the client goes away, the call to the integration is cancelled and the request is recorded as 499.
 */
export function createPipeline(options: PipelineOptions): WireHandler {
  const { runtime, contents, domain, onFinished } = options
  const diagnosis = diagnoseEndpoint(runtime, options.failedCalls, options.others)
  const inspection = inspectEndpoint(runtime, contents, (request, response, inspector, stage, done) => {
    // One that is only explained was no request.
    const finished = (context: RequestContext) => {
      if (!inspector.onlyExplains) onFinished(context)
      done(context)
    }
    const context = new RequestContext(request, response, finished, inspector)
    run(
      context,
      stage === null || runtime.current === null ? runtime.current : withStage(runtime.current, stage),
    )
    return context
  })

  function run(context: RequestContext, table: RoutingTable | null): void {
    context.response.onGone((refused) => clientGone(context, refused))
    let phase: Phase = 'address'
    try {
      if (table === null)
        throw new Failure('GATEWAY_NOT_READY', { phase, reason: 'no configuration has been loaded yet' })
      context.errorPages = table.errorPages
      context.inspector?.enter('address')
      const stage = resolveAddress(context, table, domain)
      phase = 'request'
      stage.limits.request?.check(context.request)
      phase = 'cors'
      if (stage.cors?.isPreflight(context)) {
        context.inspector?.enter('cors')
        answer(context, 204, stage.cors.preflightHeaders(context), null, 'untraced')
        return
      }
      phase = 'address'
      if (stage.sockets !== null) {
        options.manage(context, stage).catch((thrown: unknown) => fail(context, thrown, 'integration'))
        return
      }
      stage.access?.(context)
      phase = 'route'
      const route = findRoute(context)
      phase = 'integration'
      route.handler(context)?.catch((thrown: unknown) => fail(context, thrown, 'integration'))
    } catch (thrown) {
      const inspected = isUnknownApi(thrown) ? (inspection(context) ?? diagnosis(context)) : null
      if (inspected === null) fail(context, thrown, phase)
      else inspected.catch((failed: unknown) => fail(context, failed, 'request'))
    }
  }

  return (request, response) => run(new RequestContext(request, response, onFinished), runtime.current)
}

function isUnknownApi(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.code === 'API_NOT_SERVED'
}

function findRoute(context: RequestContext): CompiledRoute {
  const { stage, path, request } = context
  if (stage === null) throw new Error('a request is routed after its stage is known')
  if (stage.dialect.methodOverride) {
    const override = requestHeader(request, 'x-http-method-override')
    if (override !== undefined) context.method = overridingMethod(override)
  }
  const pinned = context.inspector?.pinned ?? null
  if (pinned !== null) {
    const match = pinnedRoute(stage, pinned, context.method, path)
    context.inspector?.routed(context, match)
    context.offsets = match.offsets
    context.route = match.value
    return match.value
  }
  context.inspector?.routes(context, stage)
  const match = stage.router.find(context.method, path)
  if (match) {
    context.offsets = match.offsets
    context.route = match.value
    return match.value
  }
  if (stage.fallback) {
    context.route = stage.fallback
    return stage.fallback
  }
  const allowed = stage.router.allowed(path)
  if (allowed.length > 0)
    throw new Failure('METHOD_NOT_ALLOWED', {
      phase: 'route',
      reason: `the path answers ${allowed.join(', ')}`,
      params: { method: context.method, path, allowed: allowed.join(', ') },
      headers: ['Allow', allowed.join(', ')],
    })
  const nearest = stage.router.nearest(path)
  throw new Failure('ROUTE_NOT_FOUND', {
    phase: 'route',
    reason: nearest === null ? 'no route is like it' : `the nearest route is ${nearest}`,
    params: { method: context.method, path },
    ...(nearest === null ? {} : { hint: { nearest } }),
  })
}

/** The method that is asked for, which is held to what the wire takes as one: not a tunnel, and no more than a name. */
function overridingMethod(override: string): string {
  const method = override.toUpperCase()
  if (method === 'CONNECT' || !isToken(method))
    throw new Failure('REQUEST_MALFORMED', {
      phase: 'route',
      reason: `X-HTTP-Method-Override asks for ${JSON.stringify(method)}`,
    })
  return method
}

function fail(context: RequestContext, thrown: unknown, phase: Phase): void {
  if (context.finished) return
  if (context.inspector?.isStop(thrown)) return context.finish()
  const failure = toFailure(thrown, phase)
  context.failure = failure
  context.inspector?.failed(failure)
  if (context.response.headSent) {
    context.response.destroy()
    context.finish()
    return
  }
  try {
    const { status, headers, body } = apiFailure(context, failure)
    answer(context, status, [...headers], body, 'failure')
  } catch (cause) {
    // A customised gateway response that cannot be sent (a status of 42) must not take the gateway down with it.
    const { status, headers, body } = nativeDialect.failure(context, toFailure(cause, 'response'))
    answer(context, status, [...headers], body, 'failure')
  }
}

/** `refused`: what the wire told the client, whose request it could not read to its end. */
function clientGone(context: RequestContext, refused: AppError | null): void {
  if (context.finished) return
  const call = context.cancellable
  const failure =
    refused === null
      ? new Failure('CLIENT_GONE', { phase: 'response', reason: 'the client closed the connection' })
      : toFailure(refused, 'request')
  context.status = failure.status
  context.failure = failure
  context.finish()
  call?.cancel()
}
