import type { Bundle, BundleRoute, StageCache, StageState, Steps } from '@penstock/bundle'
import { keyed } from './api-keys/keyed.ts'
import { KeyRing } from './api-keys/key-ring.ts'
import { type CachedRoute, cached } from './cache/cached.ts'
import { compileCacheKey } from './cache/cache-key.ts'
import type { ResponseCaches } from './cache/response-caches.ts'
import { routeCache } from './cache/route-cache.ts'
import type { AwsAccess } from './aws/aws-access.ts'
import type { CompiledRoute, CompiledStage, Handler } from './compiled-stage.ts'
import { CompiledCors } from './cors/cors.ts'
import { type Dialect, dialectOf } from './dialects/dialect.ts'
import type { FunctionPools } from './functions/function-pools.ts'
import { GatewayResponses } from './gateway-responses/gateway-responses.ts'
import { handlerOf } from './handler-of.ts'
import { compileIntegration } from './integrations/registry.ts'
import { timed } from './integrations/timed.ts'
import { compileLimits } from './limits/compiled-limits.ts'
import type { Log } from './log.ts'
import type { HealthChecks } from './pools/health-checks.ts'
import { StagePools } from './pools/stage-pools.ts'
import type { Targets } from './pools/targets.ts'
import { previewAccess } from './preview-access.ts'
import { createRouterInSteps } from './router/create-router.ts'
import { parameterNames } from './router/router.ts'
import { routeLimit } from './throttles/route-limit.ts'
import { throttled } from './throttles/throttled.ts'
import type { Throttle, Throttles } from './throttles/throttles.ts'
import { compileSockets } from './websocket/compile-socket.ts'
import { schemasOf, type SchemaSet } from './validation/schema-set.ts'
import { validated } from './validation/validator.ts'
import type { TlsOfUpstreams } from './upstream/tls-of-upstreams.ts'
import type { WireClient } from './wire/client.ts'

export interface StageServices {
  readonly client: WireClient
  readonly targets: Targets
  readonly checks: HealthChecks
  readonly functions: FunctionPools
  readonly aws: AwsAccess
  readonly tls: TlsOfUpstreams
  readonly throttles: Throttles
  readonly caches: ResponseCaches
  readonly log: Log
}

/**
 * Everything that can be known before a request is worked out here, once per deployment or change of settings; of one
 * side of a stage that has a canary (`joinSides`).
 */
export function* compileStage(
  bundle: Bundle,
  state: StageState,
  services: StageServices,
): Steps<CompiledStage> {
  const { variables, throttle, cache, plans } = state.settings
  const owner = `${state.api}/${state.stage}`
  const limits = compileLimits(bundle.api, state.settings.limits)
  const pools = new StagePools({ api: state.api, variables, ...services })
  const scope = { bundle, owner, variables, pools, ...services }
  const integrations = bundle.integrations.map((integration) => timed(integration, limits.timeoutMs))
  const handlers: Handler[] = []
  for (const integration of integrations) {
    handlers.push(compileIntegration(integration, scope))
    yield
  }
  const dialect = dialectOf(bundle.api)
  const schemas = schemasOf(bundle)
  const throttleOf = (source: BundleRoute) => {
    const limit = routeLimit(source, throttle)
    return limit && services.throttles.throttle(`${owner} ${source.method} ${source.path}`, limit, 'method')
  }
  const cacheOf = cache && stageCache(state, cache, dialect, services.caches)
  const routes: CompiledRoute[] = []
  const entries: { method: string; path: string; value: CompiledRoute }[] = []
  const named: string[] = []
  let fallback: CompiledRoute | null = null
  for (const source of bundle.routes) {
    const { method, path } = source
    const cache = cacheOf?.(source) ?? null
    const route = compileRoute(source, handlers, dialect, schemas, throttleOf(source), cache)
    routes.push(route)
    named.push(...schemasNamed(source))
    if (path !== '$default' && path !== '/$default') entries.push({ method, path, value: route })
    else fallback ??= route
    yield
  }
  void schemas.warm(named)
  return {
    slug: state.api,
    name: state.stage,
    api: bundle.api,
    bundle: state.bundle,
    version: state.version,
    deployment: state.deployment,
    label: labelOf(state),
    variables,
    dialect,
    limits,
    routes,
    router: yield* createRouterInSteps(entries, dialect.router),
    fallback,
    sockets: bundle.websocket ? compileSockets(bundle.websocket, integrations, handlers) : null,
    cors: bundle.api.cors ? new CompiledCors(bundle.api.cors) : null,
    pools,
    access: previewAccess(state),
    responses: new GatewayResponses(bundle.gatewayResponses),
    keys: new KeyRing(plans, services.throttles),
    canary: null,
    side: null,
  }
}

export function labelOf(state: Pick<StageState, 'version'>): string {
  return state.version === null ? 'preview' : `v${state.version}`
}

/** How much a node keeps of a stage that does not say it. */
const cacheBytes = 64 * 1024 * 1024

/** How long a request waits for the same answer to another one. */
const cacheWaitMs = 5_000

/**
 * The answers of one content of a stage: another deployment, or the canary beside it, has others, and what was kept before a
 * flush is never read again.
 */
function stageCache(
  { api, stage, bundle: hash, deployment }: StageState,
  settings: StageCache,
  { cachesAsHttp: heedsHttp }: Dialect,
  caches: ResponseCaches,
): (source: BundleRoute) => CachedRoute | null {
  const { sizeBytes = cacheBytes, flushedAt = 0 } = settings
  // The same bundle may be deployed on both sides of a stage, with other variables.
  const cache = caches.cache(`${api}/${stage} ${hash} ${deployment} ${flushedAt}`, sizeBytes)
  return (source) => {
    const rule = routeCache(source, settings)
    if (rule === null) return null
    const only = source.method === 'ANY' ? 'GET' : null
    return { cache, rule, key: compileCacheKey(source, heedsHttp), only, heedsHttp, waitMs: cacheWaitMs }
  }
}

/** What the route's requests are held against, before anything that these lead to. */
function schemasNamed({ validation }: BundleRoute): string[] {
  const { parameters = [], body } = validation ?? {}
  const named = [...parameters.map(({ schema }) => schema), ...Object.values(body?.types ?? {})]
  return named.filter((key) => typeof key === 'string')
}

/** The phases of a route that it uses, from the last to the first (pipeline.ts). */
function compileRoute(
  source: BundleRoute,
  handlers: readonly Handler[],
  { compileValidation }: Dialect,
  schemas: SchemaSet,
  throttle: Throttle | null,
  cache: CachedRoute | null,
): CompiledRoute {
  const { validation, refused, apiKey } = source
  let handler = handlerOf(source, handlers)
  if (refused === undefined) {
    if (cache !== null) handler = cached(cache, handler)
    if (validation !== undefined && compileValidation !== null)
      handler = validated(compileValidation(validation, schemas), handler)
    if (throttle !== null) handler = throttled(throttle, handler)
    if (apiKey) handler = keyed(handler)
  }
  return { source, parameterNames: parameterNames(source.path), handler }
}
