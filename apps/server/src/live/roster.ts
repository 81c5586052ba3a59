import type { Clock } from '../store/clock.ts'
import type { LiveEvent, Presence } from './event.ts'
import type { LiveHub } from './hub.ts'

/** A tab says that it is there at least every 20 seconds; one that does not for this long is gone. */
export const presenceMs = 45_000
/** More tabs on one API than a list of people can show: the longest silent are forgotten. */
const maxTabs = 200

/** Who has which API open, on any server: what the live stream told, for whoever comes later. */
export interface Roster {
  of(slug: string): Presence[]
  /** A tab is gone: tells the others, if they saw it. */
  left(slug: string, user: string, tab: string): void
}

export function createRoster(live: Pick<LiveHub, 'listen' | 'publish'>, clock: Clock): Roster & Disposable {
  /** API → user and tab → what it said last, the longest silent first. */
  const rooms = new Map<string, Map<string, { readonly presence: Presence; readonly at: number }>>()

  const receive = (event: LiveEvent) => {
    if (event.type === 'absence') rooms.get(event.slug)?.delete(keyOf(event.user, event.tab))
    if (event.type !== 'presence') return
    const room = rooms.get(event.slug) ?? new Map()
    rooms.set(event.slug, room)
    const { presence } = event
    const key = keyOf(presence.user.id, presence.tab)
    room.delete(key)
    room.set(key, { presence, at: clock.now().getTime() })
    forget(event.slug)
  }

  function forget(slug: string) {
    const room = rooms.get(slug)
    if (!room) return
    const since = clock.now().getTime() - presenceMs
    for (const [key, { at }] of room) if (at < since || room.size > maxTabs) room.delete(key)
    if (room.size === 0) rooms.delete(slug)
  }

  // An API that nobody asks about again, or that is gone, is not kept either.
  const sweep = setInterval(() => {
    for (const slug of rooms.keys()) forget(slug)
  }, presenceMs).unref()
  const stop = live.listen(receive)
  return {
    of(slug) {
      forget(slug)
      return [...(rooms.get(slug)?.values() ?? [])].map(({ presence }) => presence)
    },
    left(slug, user, tab) {
      if (rooms.get(slug)?.has(keyOf(user, tab))) live.publish({ type: 'absence', slug, user, tab })
    },
    [Symbol.dispose]() {
      clearInterval(sweep)
      stop()
    },
  }
}

/** Tabs name themselves, and nobody speaks for somebody else's. */
function keyOf(user: string, tab: string): string {
  return `${user} ${tab}`
}
