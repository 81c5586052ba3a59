import { type Attempts, createAttempts } from '../auth/attempts.ts'
import { createIdentityCache, type IdentityCache } from '../auth/identity-cache.ts'

/** What belongs to this process's front: nothing of it is stored. */
export interface Shell {
  readonly attempts: Attempts
  readonly identities: IdentityCache
  /** How browsers reach this server, where that is said; else it is what they asked. */
  readonly publicUrl?: string | undefined
  /** What a gateway node shows to be let in. */
  readonly gatewayToken: string
  /** Suffix of the host names that stages are reached by. */
  readonly gatewayDomain: string
  /** Of the gateway on this machine: tells the URLs of stages until a node has said its own. */
  readonly gatewayPort: number
  /** Largest description that may be imported, in bytes. */
  readonly importLimit: number
  /** Aborted when the server stops: ends what would go on for ever. */
  readonly closing: AbortSignal
}

export interface ShellOptions {
  readonly publicUrl?: string | undefined
  readonly gatewayToken: string
  readonly gatewayDomain: string
  readonly gatewayPort: number
  readonly importLimit: number
  readonly closing: AbortSignal
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export function createShell({ now, ...options }: ShellOptions): Shell {
  return {
    ...options,
    attempts: createAttempts({ windowMs: 5 * 60_000, now }),
    identities: createIdentityCache(now),
  }
}
