import type { Syntax } from '@penstock/openapi/live'
import type { Clock } from '../../editor/index.ts'
import type { TheirPart } from './live-api.ts'
import type { LivePeer } from './live-peer.ts'
import { type StoredPart, TextRefusedError, type TextStore } from './text-store.ts'

/** How long nobody types before comments are saved, and how long a server that does not answer is left alone. */
export const [keepMs, retryMs] = [800, 5_000]

type Theirs = TheirPart & { readonly revision: number }

/**
 * Keeps how a text is written in step with what the server keeps of it. A part is saved with the revision that was seen;
 * what somebody else wrote meanwhile is merged into the text first.
 */
export class KeptSync {
  readonly #store: TextStore
  readonly #clock: Clock
  readonly #wake: () => void
  #revisions = new Map<string, number>()
  /** What was answered instead of being saved. */
  #stale: readonly Theirs[] = []
  #hasHeard = false
  #isTyped = false
  #isDue = false
  /** The text is being left: what is read of it now is saved at once. */
  #isHurried = false
  #refusal: string | null = null
  #cancel: (() => void) | null = null
  #cancelReading: (() => void) | null = null

  constructor(store: TextStore, clock: Clock, wake: () => void) {
    this.#store = store
    this.#clock = clock
    this.#wake = wake
  }

  get isDue(): boolean {
    return this.#isDue
  }

  /** Why what was typed last is not kept; null where it is. */
  get refusal(): string | null {
    return this.#refusal
  }

  get hasTheirs(): boolean {
    return this.#hasHeard || this.#stale.length > 0
  }

  /** Reads what is kept into the document, before its text is written; answers what the API was imported in. */
  async load(live: LivePeer['live']): Promise<Syntax> {
    const { syntax, parts } = await this.#store.load()
    this.#revisions = revisionsOf(parts)
    this.#hasHeard = false
    await live.know(parts)
    return syntax
  }

  typed(): void {
    this.#isTyped = true
    if (this.#isHurried) this.#isDue = true
    else this.#later(keepMs)
  }

  /** Saves without waiting for a pause. */
  hurry(): void {
    this.#isHurried = true
    this.#isDue = this.#isTyped
  }

  /** Everything that was typed is read. */
  calm(): void {
    this.#isHurried = false
  }

  heard(): void {
    this.#hasHeard = true
  }

  /** What others wrote since the text was read. */
  async read(): Promise<readonly Theirs[]> {
    this.#hasHeard = false
    const stale = this.#stale
    this.#stale = []
    const parts = await this.#loadAgain()
    if (!parts) return stale
    const now = revisionsOf(parts)
    const gone = [...this.#revisions.keys()]
      .filter((place) => !now.has(place))
      .map((place): Theirs => ({ place, text: null, record: null, revision: 0 }))
    const changed = parts.filter(({ place, revision }) => this.#revisions.get(place) !== revision)
    const known = new Set([...gone, ...changed].map(({ place }) => place))
    // Somebody removed it, and it never was here.
    return [...gone, ...changed, ...stale.filter(({ place }) => !known.has(place))]
  }

  /** These are in the text now. */
  took(theirs: readonly Theirs[]): void {
    for (const { place, revision } of theirs) this.#seen(place, revision)
  }

  /** Saves what was typed. What fails is tried again; what is refused is said. */
  async save(live: LivePeer['live']): Promise<void> {
    this.#isDue = false
    this.#isTyped = false
    this.#isHurried = false
    this.#cancel?.()
    const change = await live.toKeep()
    const seen = (place: string) => this.#revisions.get(place) ?? 0
    const put = change.put.map((part) => ({ ...part, revision: seen(part.place) }))
    const remove = change.remove.map((place) => ({ place, revision: seen(place) }))
    this.#refusal = change.left.length > 0 ? tooLong(change.left) : null
    if (put.length + remove.length === 0) return
    try {
      const { version, stale } = await this.#store.save({ put, remove })
      const isStale = new Set(stale.map(({ place }) => place))
      const saved = {
        put: change.put.filter(({ place }) => !isStale.has(place)),
        remove: change.remove.filter((place) => !isStale.has(place)),
      }
      await live.keep(saved, stale.length === 0 && change.left.length === 0)
      for (const { place } of saved.put) this.#seen(place, version)
      for (const place of saved.remove) this.#seen(place, 0)
      this.#stale = stale
      if (stale.length > 0) this.typed()
    } catch (error) {
      this.#isTyped = true
      if (error instanceof TextRefusedError) this.#refusal = error.message
      else this.#later(retryMs)
    }
  }

  [Symbol.dispose](): void {
    this.#cancel?.()
    this.#cancelReading?.()
  }

  /** Null where the server does not answer: it is asked again. */
  async #loadAgain(): Promise<readonly StoredPart[] | null> {
    try {
      return (await this.#store.load()).parts
    } catch {
      this.#cancelReading?.()
      this.#cancelReading = this.#clock.after(retryMs, () => {
        this.#hasHeard = true
        this.#wake()
      })
      return null
    }
  }

  #later(ms: number): void {
    this.#cancel?.()
    this.#cancel = this.#clock.after(ms, () => {
      this.#isDue = true
      this.#wake()
    })
  }

  #seen(place: string, revision: number): void {
    if (revision === 0) this.#revisions.delete(place)
    else this.#revisions.set(place, revision)
  }
}

function revisionsOf(parts: readonly StoredPart[]): Map<string, number> {
  return new Map(parts.map(({ place, revision }) => [place, revision]))
}

function tooLong(members: readonly string[]): string {
  const what = members.every((name) => name !== '') ? members.slice(0, 3).join(', ') : 'this text'
  return `Comments in ${what} are not kept: it is too long, or can't be told apart from secrets.`
}
