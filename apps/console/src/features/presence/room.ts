import type { LiveEvent, Presence } from '@penstock/server'
import { type Clock, systemClock } from '../../editor/index.ts'

/** How often a tab says that it is still there. */
const beatMs = 20_000
/** Silent for longer than two beats and a bit: gone. */
const patienceMs = 45_000
/** A walk along the outline by arrow keys is told as one. */
const settleMs = 150
const maxSelected = 50

export interface RoomTransport {
  list(): Promise<readonly Presence[]>
  show(selected: readonly string[]): Promise<void>
  leave(): Promise<void>
}

/** Who else has an API open, and what they have selected; tells them the same of this tab. Knows nothing of React. */
export class Room {
  readonly #slug: string
  readonly #tab: string
  readonly #transport: RoomTransport
  readonly #clock: Clock
  readonly #heard = new Map<string, { readonly presence: Presence; readonly at: number }>()
  readonly #listeners = new Set<() => void>()
  #others: readonly Presence[] = []
  #selected: readonly string[] = []
  #cancelBeat: (() => void) | null = null
  #isAway = true

  constructor(slug: string, tab: string, transport: RoomTransport, clock: Clock = systemClock) {
    this.#slug = slug
    this.#tab = tab
    this.#transport = transport
    this.#clock = clock
  }

  /** Everybody but this tab, in order of name; the same list until it changes. */
  readonly others = (): readonly Presence[] => this.#others

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Comes in, or comes back after the connection was away: asks who is there, and says so to them. */
  async enter(): Promise<void> {
    this.#isAway = false
    this.#beatAfter(0)
    // Who can't be asked for now is heard of with their next beat.
    const present = await this.#transport.list().catch(() => [])
    if (this.#isAway) return
    for (const presence of present) this.#hear(presence)
    this.#announce()
  }

  /** What is selected here now. */
  select(selected: readonly string[]): void {
    this.#selected = selected.slice(-maxSelected)
    if (!this.#isAway) this.#beatAfter(settleMs)
  }

  receive(event: LiveEvent): void {
    if (event.type === 'presence' && event.slug === this.#slug) this.#hear(event.presence)
    else if (event.type === 'absence' && event.slug === this.#slug)
      this.#heard.delete(keyOf(event.user, event.tab))
    else return
    this.#announce()
  }

  leave(): void {
    this.#isAway = true
    this.#cancelBeat?.()
    // One that does not arrive is made up for by silence.
    this.#transport.leave().catch(() => {})
  }

  #hear(presence: Presence): void {
    if (presence.tab === this.#tab) return
    this.#heard.set(keyOf(presence.user.id, presence.tab), { presence, at: this.#clock.now() })
  }

  #beatAfter(delayMs: number): void {
    this.#cancelBeat?.()
    this.#cancelBeat = this.#clock.after(delayMs, () => {
      // The next beat says it again.
      this.#transport.show(this.#selected).catch(() => {})
      this.#forget()
      this.#beatAfter(beatMs)
    })
  }

  #forget(): void {
    const since = this.#clock.now() - patienceMs
    const before = this.#heard.size
    for (const [key, { at }] of this.#heard) if (at < since) this.#heard.delete(key)
    if (this.#heard.size < before) this.#announce()
  }

  #announce(): void {
    this.#others = [...this.#heard.values()]
      .map(({ presence }) => presence)
      .sort((a, b) => a.user.name.localeCompare(b.user.name) || (a.tab < b.tab ? -1 : 1))
    for (const listener of this.#listeners) listener()
  }
}

function keyOf(user: string, tab: string): string {
  return `${user} ${tab}`
}
