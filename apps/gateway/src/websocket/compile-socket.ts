import type { Bundle, BundleMessageRoute } from '@penstock/bundle'
import { compileSelection } from '@penstock/template'
import type { CompiledRoute, Handler } from '../compiled-stage.ts'
import { handlerOf } from '../handler-of.ts'
import type { TimedIntegration } from '../integrations/timed.ts'

/** A route with what runs it. */
export interface CompiledMessageRoute extends CompiledRoute {
  readonly key: string
  readonly answers: boolean
  /** An answer is whole within this time; null where the gateway answers by itself. */
  readonly timeoutMs: number | null
}

/** What a WebSocket API does with connections and messages. */
export interface CompiledSockets {
  readonly connect: CompiledMessageRoute | null
  readonly disconnect: CompiledMessageRoute | null
  /** The route that a message asks for, else `$default`, else null. */
  routeOf(message: string): CompiledMessageRoute | null
}

const ofConnections: ReadonlySet<string> = new Set(['$connect', '$disconnect', '$default'])

export function compileSockets(
  { selection, routes }: NonNullable<Bundle['websocket']>,
  integrations: readonly TimedIntegration[],
  handlers: readonly Handler[],
): CompiledSockets {
  const compiled = new Map(routes.map((route) => [route.key, compileRoute(route, integrations, handlers)]))
  const selecting = compileSelection(selection)
  // A bundle that says nothing readable was checked when it was built; all that is left is the default.
  const select = typeof selecting === 'string' ? () => null : (message: string) => selecting.select(message)
  const otherwise = compiled.get('$default') ?? null
  return {
    connect: compiled.get('$connect') ?? null,
    disconnect: compiled.get('$disconnect') ?? null,
    routeOf(message) {
      const key = select(message)
      // No message opens or closes a connection by saying so.
      if (key === null || ofConnections.has(key)) return otherwise
      return compiled.get(key) ?? otherwise
    },
  }
}

function compileRoute(
  { id, key, integration, refused, answers, operationName }: BundleMessageRoute,
  integrations: readonly TimedIntegration[],
  handlers: readonly Handler[],
): CompiledMessageRoute {
  const source = {
    id,
    resource: '',
    method: 'ANY',
    path: key,
    integration,
    ...(operationName === undefined ? {} : { operationId: operationName }),
    ...(refused ? { refused } : {}),
  }
  const run = integration === null ? undefined : integrations[integration]
  const timeoutMs = run !== undefined && 'timeoutMs' in run ? run.timeoutMs : null
  return { key, answers, timeoutMs, source, parameterNames: [], handler: handlerOf(source, handlers) }
}
