import type { Bundle, BundleRoute, StageState } from '@penstock/bundle'
import type { CompiledRoute, CompiledStage, Handler } from './compiled-stage.ts'
import { CompiledCors } from './cors/cors.ts'
import { dialectOf } from './dialects/dialect.ts'
import type { FunctionPools } from './functions/function-pools.ts'
import { GatewayResponses } from './gateway-responses/gateway-responses.ts'
import { handlerOf } from './handler-of.ts'
import { compileIntegration } from './integrations/registry.ts'
import { previewAccess } from './preview-access.ts'
import { createRouter } from './router/create-router.ts'
import { parameterNames } from './router/router.ts'
import { compileSockets } from './websocket/compile-socket.ts'
import type { WireClient } from './wire/client.ts'

export interface StageServices {
  readonly client: WireClient
  readonly functions: FunctionPools
}

/** Everything that can be known before a request is worked out here, once per deployment or change of settings. */
export function compileStage(bundle: Bundle, state: StageState, services: StageServices): CompiledStage {
  const { variables } = state.settings
  const scope = { bundle, owner: `${state.api}/${state.stage}`, variables, ...services }
  const handlers = bundle.integrations.map((integration) => compileIntegration(integration, scope))
  const routes = bundle.routes.map((source) => compileRoute(source, handlers))
  const isFallback = ({ source }: CompiledRoute) => source.path === '$default' || source.path === '/$default'
  const dialect = dialectOf(bundle.api)
  const entries = routes
    .filter((route) => !isFallback(route))
    .map((route) => ({ method: route.source.method, path: route.source.path, value: route }))
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
    router: createRouter(entries, dialect.router),
    fallback: routes.find(isFallback) ?? null,
    sockets: bundle.websocket ? compileSockets(bundle.websocket, bundle.integrations, handlers) : null,
    cors: bundle.api.cors ? new CompiledCors(bundle.api.cors) : null,
    access: previewAccess(state),
    responses: new GatewayResponses(bundle.gatewayResponses),
  }
}

export function labelOf(state: Pick<StageState, 'version'>): string {
  return state.version === null ? 'preview' : `v${state.version}`
}

function compileRoute(source: BundleRoute, handlers: readonly Handler[]): CompiledRoute {
  return { source, parameterNames: parameterNames(source.path), handler: handlerOf(source, handlers) }
}
