import type { Actor } from '../auth/actor.ts'
import type { Core } from '../core.ts'
import type { Shell } from '../http/shell.ts'

/** What a procedure knows of the call it serves. */
export interface CallContext {
  readonly core: Core
  readonly shell: Shell
  readonly actor: Actor | null
  /** Aborted once anything was revoked after it was asked who calls: what stays open for long asks again. */
  readonly revoked: AbortSignal
  readonly requestId: string
  /** Where browsers reach this server: begins the links that it hands out. */
  readonly origin: string
  /** Address of the caller, for the limit on attempts to sign in. */
  readonly ip: string
  readonly session: SessionCookie
}

export interface SignedInContext extends CallContext {
  readonly actor: Actor
}

/** The browser's session, wherever it is kept. */
export interface SessionCookie {
  /** The token that came with the call. */
  readonly token: string | undefined
  set(token: string, expiresAt: Date): void
  clear(): void
}

/** What a command is given: the core, and who asks. */
export function commandOf({ core, actor }: SignedInContext) {
  return { ...core, actor }
}
