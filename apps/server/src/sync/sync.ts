import type { Ack, DesiredState } from '@penstock/bundle'

/** A gateway node as the control plane knows it. */
export interface NodeStatus {
  readonly node: string
  readonly url: string
  readonly connected: boolean
  /** The desired state that it acknowledged last. */
  readonly revision: number
  readonly stages: number
  readonly problems: readonly { readonly api: string; readonly stage: string; readonly message: string }[]
}

export interface StageStatus {
  /** Connected nodes that serve what the stage points at, and all connected ones. */
  readonly nodes: { readonly serving: number; readonly total: number }
  /** Why one of them does not, in words. */
  readonly problem: string | null
}

/** The name of the stage at which every draft is served. */
export const previewStage = 'preview'

export interface Sync extends AsyncDisposable {
  /** What every gateway should serve now. */
  state(): DesiredState
  /** The state, and again each time that it changes, for as long as a node listens. */
  connect(node: string, signal: AbortSignal): AsyncIterable<DesiredState>
  /** The bytes with this hash; built again when they are gone or damaged. Throws BUNDLE_NOT_FOUND. */
  bundle(hash: string): Promise<Uint8Array>
  acknowledge(ack: Ack): void
  nodes(): NodeStatus[]
  status(slug: string, stage: string): StageStatus
  /** Makes what is deployed, the settings and the set of stages of an API what the gateways should serve. */
  refresh(slug: string): Promise<void>
  /** Builds the preview of a draft now. */
  refreshPreview(slug: string): Promise<void>
  /** Answers once all connected nodes serve the stage as it should be, or after `timeoutMs` with how many do. */
  waitForAcks(slug: string, stage: string, timeoutMs: number): Promise<StageStatus>
}
