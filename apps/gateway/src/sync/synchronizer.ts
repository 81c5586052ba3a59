import { setTimeout as pause } from 'node:timers/promises'
import { type Ack, type DesiredState, usualHeadBytes } from '@penstock/bundle'
import type { Log } from '../log.ts'
import type { Applier } from './applier.ts'
import type { ControlPlane } from './control-plane.ts'

export interface SynchronizerOptions {
  readonly controlPlane: ControlPlane
  readonly applier: Applier
  readonly node: string
  /** Public base URL of this node, for the ack. */
  readonly url: string
  /** Octets of a head that this node takes, for the ack. */
  readonly headBytes: number
  readonly log: Log
  /** First pause after a lost connection, doubled up to the last. */
  readonly pauseMs: number
  readonly pauseMaxMs: number
}

/** Holds the stream of desired states open, for ever: applies each, acks it, and comes back when the stream breaks. */
export class Synchronizer {
  readonly #options: SynchronizerOptions
  readonly #stopped = new AbortController()
  #newest: DesiredState | null = null
  #applying: Promise<void> | null = null
  #running: Promise<void> | null = null

  constructor(options: SynchronizerOptions) {
    this.#options = options
  }

  start(): void {
    this.#running ??= this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#running
    await this.#applying
  }

  async #run(): Promise<void> {
    const { controlPlane, log, pauseMs, pauseMaxMs } = this.#options
    const { signal } = this.#stopped
    let wait = pauseMs
    let said = ''
    while (!signal.aborted) {
      let reason = 'the control plane ended the stream'
      try {
        for await (const state of controlPlane.states(signal)) {
          wait = pauseMs
          said = ''
          this.#want(state)
        }
      } catch (error) {
        reason = reasonOf(error)
      }
      if (signal.aborted) return
      // Said once per outage, not at every attempt.
      if (reason !== said) log('warn', `not connected to the control plane: ${reason}`)
      said = reason
      // Spread, so that a fleet does not come back in one instant.
      await pause(wait * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined)
      wait = Math.min(wait * 2, pauseMaxMs)
    }
  }

  /** The newest state wins: those that came while another was being applied are passed over. */
  #want(state: DesiredState): void {
    this.#newest = state
    this.#applying ??= this.#applyAll()
  }

  async #applyAll(): Promise<void> {
    const { applier, controlPlane, node, url, headBytes } = this.#options
    // A control plane of an older build takes no other members than it knows.
    const about = { node, url, ...(headBytes === usualHeadBytes ? {} : { headBytes }) }
    for (let state = this.#newest; state !== null; state = this.#newest) {
      this.#newest = null
      const { stages, kept } = await applier.apply(state, (hash) => controlPlane.bundle(hash))
      await Promise.all([this.#ack({ ...about, revision: state.revision, stages }), kept])
    }
    // In the turn in which nothing newer was found: one that comes a moment later has to begin anew.
    this.#applying = null
  }

  async #ack(ack: Ack): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      try {
        await this.#options.controlPlane.ack(ack)
        return
      } catch (error) {
        this.#options.log('warn', 'the ack was not taken', { attempt, cause: reasonOf(error) })
        if (this.#stopped.signal.aborted || this.#newest !== null) return
        await pause(100 * attempt)
      }
    }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
