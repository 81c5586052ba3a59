import type { Bundle, BundleRoute } from '@penstock/bundle'
import type { KeyRing } from './api-keys/key-ring.ts'
import type { CompiledCanary, Side } from './canary/compiled-canary.ts'
import type { CompiledCors } from './cors/cors.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { CompiledLimits } from './limits/compiled-limits.ts'
import type { GatewayResponses } from './gateway-responses/gateway-responses.ts'
import type { StagePools } from './pools/stage-pools.ts'
import type { PreviewAccess } from './preview-access.ts'
import type { RequestContext } from './request-context.ts'
import type { Router } from './router/router.ts'
import type { CompiledSockets } from './websocket/compile-socket.ts'

/** Answers one request. Throws a Failure, or anything else, to have the pipeline answer. */
export type Handler = (context: RequestContext) => void | Promise<void>

export interface CompiledRoute {
  readonly source: BundleRoute
  readonly parameterNames: readonly string[]
  readonly handler: Handler
}

/** A bundle with its stage's settings, ready to serve: immutable, and what a request keeps until its end. */
export interface CompiledStage {
  readonly slug: string
  readonly name: string
  readonly api: Bundle['api']
  readonly bundle: string
  readonly version: number | null
  readonly deployment: string | null
  /** Value of `x-penstock-deployment`: `v41`, or `preview`. */
  readonly label: string
  readonly variables: Readonly<Record<string, string>>
  readonly dialect: Dialect
  readonly limits: CompiledLimits
  /** All of them, the fallback included. */
  readonly routes: readonly CompiledRoute[]
  readonly router: Router<CompiledRoute>
  /** The `$default` route of an HTTP API. */
  readonly fallback: CompiledRoute | null
  /** Of a WebSocket API; null for every other. */
  readonly sockets: CompiledSockets | null
  readonly cors: CompiledCors | null
  readonly responses: GatewayResponses
  /** Of its upstreams that run in several places. */
  readonly pools: StagePools
  /** Whom its plans let in to routes that ask for an API key. */
  readonly keys: KeyRing
  /** Of the stage that serves a draft; null for deployed ones, which are open. */
  readonly access: PreviewAccess | null
  /** The second deployment that gets some of its requests; null for every other stage, and on the canary itself. */
  readonly canary: CompiledCanary | null
  /** Which of the two this is; null on a stage without a canary. */
  readonly side: Side | null
}
