import type { DesignerSession } from './session.ts'

/** More APIs than these are not gone back to; each holds a copy of its definition, and a worker where its text is open. */
const mostKept = 6

/**
 * The sessions that were left, by API: who comes back to the designer finds what can be undone, what was typed and what
 * was open. Only in memory: signing in and out loads the page anew.
 */
export class OpenSessions<
  S extends Pick<DesignerSession, 'slug' | 'pause' | 'resume' | typeof Symbol.dispose> = DesignerSession,
> {
  readonly #left = new Map<string, S>()

  has(slug: string): boolean {
    return this.#left.has(slug)
  }

  /** The session of an API that was left, to be gone on with; null if there is none. */
  take(slug: string): S | null {
    const session = this.#left.get(slug) ?? null
    this.#left.delete(slug)
    session?.resume()
    return session
  }

  /** Keeps a session until its API is opened again; the one left longest ago makes room. */
  keep(session: S): void {
    this.#left.get(session.slug)?.[Symbol.dispose]()
    this.#left.delete(session.slug)
    this.#left.set(session.slug, session)
    session.pause()
    for (const [slug, oldest] of this.#left) {
      if (this.#left.size <= mostKept) break
      this.#left.delete(slug)
      oldest[Symbol.dispose]()
    }
  }
}

/** Those of this tab. */
export const openSessions = new OpenSessions()
