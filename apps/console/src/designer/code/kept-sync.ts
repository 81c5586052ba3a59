import type { KeptChange, Syntax } from '@penstock/openapi/live'
import type { Clock } from '../../editor/index.ts'
import type { TheirPart } from './live-api.ts'
import type { LivePeer } from './live-peer.ts'
import { type SavedText, type StoredPart, TextRefusedError, type TextStore } from './text-store.ts'

/**
 * How long nobody types before comments are saved, how long a server that does not answer is left alone, and how long
 * it is waited for.
 */
export const [keepMs, retryMs, answerMs] = [800, 5_000, 20_000]

type Theirs = TheirPart & { readonly revision: number }

/** What the server answered to a save. */
interface Saved extends SavedText {
  readonly change: KeptChange
  readonly isHurried: boolean
}

/**
 * Keeps how a text is written in step with what the server keeps of it. A part is saved with the revision that was seen;
 * what somebody else wrote meanwhile is merged into the text first. The server is asked beside everything else, one call
 * at a time: what it answers is there to be brought in, whenever there is nothing more urgent.
 */
export class KeptSync {
  readonly #store: TextStore
  readonly #clock: Clock
  readonly #wake: () => void
  #revisions = new Map<string, number>()
  /** The call under way; what an earlier one answers late is of no use. */
  #call: symbol | null = null
  /** The answer to a save, until it is brought in. */
  #saved: Saved | null = null
  /** The answer to a reading, until it is brought in; of null parts where there was none. */
  #read: { readonly parts: readonly StoredPart[] | null } | null = null
  /** What was answered instead of being saved. */
  #stale: readonly Theirs[] = []
  #hasHeard = false
  #isTyped = false
  #isSaving = false
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

  /** Whether it is time to save what was typed. */
  get isDue(): boolean {
    return this.#isDue && !this.#isBusy
  }

  /** Whether it is time to ask for what others wrote. */
  get isAsking(): boolean {
    return (this.#hasHeard || this.#stale.length > 0) && !this.#isBusy
  }

  /** Whether a save was answered. */
  get hasSaved(): boolean {
    return this.#saved !== null
  }

  /** Whether what others wrote was read. */
  get hasTheirs(): boolean {
    return this.#read !== null
  }

  /** Whether something that was typed may not be on the server. */
  get hasUnkept(): boolean {
    return this.#isTyped || this.#isSaving
  }

  /** Why what was typed last is not kept; null where it is. */
  get refusal(): string | null {
    return this.#refusal
  }

  get #isBusy(): boolean {
    return this.#call !== null || this.#saved !== null || this.#read !== null
  }

  /** Reads what is kept into the document, before its text is written; answers what the API was imported in. */
  async load(live: LivePeer['live']): Promise<Syntax> {
    this.#forget()
    const { syntax, parts } = await this.#answered(this.#store.load())
    this.#revisions = revisionsOf(parts)
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

  /** Everything that was typed is read; what is not on its way to the server yet goes there as soon as it can. */
  calm(): void {
    this.#isHurried = this.#isTyped
  }

  heard(): void {
    this.#hasHeard = true
  }

  /** Asks for what others wrote since the text was read. */
  ask(): void {
    this.#hasHeard = false
    this.#begin(
      this.#store.load(),
      ({ parts }) => {
        this.#read = { parts }
      },
      () => {
        if (this.#stale.length > 0) this.#read = { parts: null }
        this.#cancelReading?.()
        this.#cancelReading = this.#clock.after(retryMs, () => {
          this.#hasHeard = true
          this.#wake()
        })
      },
    )
  }

  /** What others wrote, by what was answered. */
  theirs(): readonly Theirs[] {
    const parts = this.#read?.parts
    if (!parts) return this.#stale
    const now = revisionsOf(parts)
    const gone = [...this.#revisions.keys()]
      .filter((place) => !now.has(place))
      .map((place): Theirs => ({ place, text: null, record: null, revision: 0 }))
    const changed = parts.filter(({ place, revision }) => this.#revisions.get(place) !== revision)
    const known = new Set([...gone, ...changed].map(({ place }) => place))
    // Somebody removed it, and it never was here.
    return [...gone, ...changed, ...this.#stale.filter(({ place }) => !known.has(place))]
  }

  /** These are in the text now. */
  took(theirs: readonly Theirs[]): void {
    for (const { place, revision } of theirs) this.#seen(place, revision)
    this.#read = null
    this.#stale = []
  }

  /** Sends what was typed to be saved. What fails is tried again; what is refused is said. */
  async save(live: LivePeer['live']): Promise<void> {
    const isHurried = this.#isHurried
    this.#isDue = false
    this.#isTyped = false
    this.#isHurried = false
    this.#isSaving = true
    this.#cancel?.()
    const change = await live.toKeep()
    const seen = (place: string) => this.#revisions.get(place) ?? 0
    const put = change.put.map((part) => ({ ...part, revision: seen(part.place) }))
    const remove = change.remove.map((place) => ({ place, revision: seen(place) }))
    if (put.length + remove.length === 0) {
      this.#isSaving = false
      this.#refusal = reasonOf(change)
      return
    }
    this.#begin(
      this.#store.save({ put, remove }),
      (answer) => {
        this.#saved = { ...answer, change, isHurried }
      },
      (error) => {
        this.#isSaving = false
        this.#isTyped = true
        if (error instanceof TextRefusedError) this.#refusal = error.message
        else {
          this.#refusal = 'Comments are not saved yet; this is tried again.'
          this.#isDue = false
          this.#later(retryMs)
        }
      },
    )
  }

  /** Brings in what a save was answered. */
  async settle(live: LivePeer['live']): Promise<void> {
    if (!this.#saved) return
    const { change, version, stale, refused, isHurried } = this.#saved
    const unsaved = new Set([...stale, ...refused].map(({ place }) => place))
    const saved = {
      put: change.put.filter(({ place }) => !unsaved.has(place)),
      remove: change.remove.filter((place) => !unsaved.has(place)),
    }
    // What was typed since then is still to be saved.
    await live.keep(saved, unsaved.size === 0 && change.left.length === 0 && !this.#isTyped)
    for (const { place } of saved.put) this.#seen(place, version)
    for (const place of saved.remove) this.#seen(place, 0)
    this.#saved = null
    this.#isSaving = false
    this.#stale = stale
    this.#refusal = reasonOf(change, refused)
    if (stale.length === 0) return
    this.#isHurried ||= isHurried
    this.typed()
  }

  [Symbol.dispose](): void {
    this.#forget()
  }

  /** Nothing is under way for the document any more. */
  #forget(): void {
    this.#cancel?.()
    this.#cancelReading?.()
    this.#call = null
    this.#saved = null
    this.#read = null
    this.#stale = []
    this.#hasHeard = false
    this.#isTyped = false
    this.#isSaving = false
    this.#isDue = false
    this.#isHurried = false
    this.#refusal = null
  }

  #begin<Answer>(
    asked: Promise<Answer>,
    take: (answer: Answer) => void,
    fail: (error: unknown) => void,
  ): void {
    const call = Symbol()
    this.#call = call
    const end = (done: () => void) => {
      if (this.#call !== call) return
      this.#call = null
      done()
      this.#wake()
    }
    void this.#answered(asked).then(
      (answer) => end(() => take(answer)),
      (error: unknown) => end(() => fail(error)),
    )
  }

  /** Fails where the server takes too long. */
  #answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.after(answerMs, () => reject(new Error('The server does not answer.')))
      void asked.then(resolve, reject).finally(cancel)
    })
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

/** Why some of what was to be kept is not. */
function reasonOf({ left, put }: KeptChange, refused: SavedText['refused'] = []): string | null {
  const places = new Set(refused.map(({ place }) => place))
  // What was only to go with them stays without a word.
  const secret = put.filter(({ place }) => places.has(place)).map(({ place }) => lastOf(place))
  const reasons = [
    ...(left.length > 0 ? [`${notKept(left)}: it is too long, or can't be told apart from secrets.`] : []),
    ...(secret.length > 0 ? [`${notKept(secret)}: it can't be told apart from secrets.`] : []),
  ]
  return reasons.length > 0 ? reasons.join(' ') : null
}

function notKept(members: readonly string[]): string {
  const what = members.every((name) => name !== '') ? members.slice(0, 3).join(', ') : 'this text'
  return `Comments in ${what} are not kept`
}

/** The name of the member at a place. */
function lastOf(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1)
}
