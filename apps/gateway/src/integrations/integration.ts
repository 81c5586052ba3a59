import type { Bundle, BundleIntegration } from '@penstock/bundle'
import type { AwsAccess } from '../aws/aws-access.ts'
import type { Handler } from '../compiled-stage.ts'
import type { FunctionPools } from '../functions/function-pools.ts'
import type { Log } from '../log.ts'
import type { StagePools } from '../pools/stage-pools.ts'
import type { TlsOfUpstreams } from '../upstream/tls-of-upstreams.ts'
import type { WireClient } from '../wire/client.ts'
import type { Timed } from './timed.ts'

export type IntegrationKind = BundleIntegration['kind']
export type IntegrationOf<K extends IntegrationKind> = Timed<Extract<BundleIntegration, { kind: K }>>

/** What a kind may use to compile itself: the bundle, the stage's settings, the ways out of the gateway. */
export interface CompileScope {
  readonly bundle: Bundle
  /** `slug/stage`: whose processes a function runs in. */
  readonly owner: string
  readonly variables: Readonly<Record<string, string>>
  readonly client: WireClient
  readonly pools: StagePools
  readonly functions: FunctionPools
  readonly aws: AwsAccess
  readonly tls: TlsOfUpstreams
  readonly log: Log
}

/** A kind of integration: it turns its part of a bundle into a handler, once, when the bundle is loaded. */
export interface IntegrationDefinition<K extends IntegrationKind> {
  readonly kind: K
  compile(integration: IntegrationOf<K>, scope: CompileScope): Handler
}
