import { randomUUID } from 'node:crypto'
import type { Bus } from './bus.ts'
import { isFleeting, type LiveEvent, type LiveMessage } from './event.ts'

export interface SubscribeOptions {
  /** Only events of this API and those of all; absent: only those of all. `*` hears everything. */
  readonly slug?: string | undefined
  /** Id of the last message that this subscriber saw; what came after it comes first, or `reset` if that is forgotten. */
  readonly after?: string | undefined
  /**
   * For whoever saw none yet: what came within so many milliseconds comes first. A page reads what it shows before it
   * subscribes, and what happens between the two is told nobody else.
   */
  readonly recentMs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Tells open browsers, whichever server process they are connected to, what changed. */
export interface LiveHub {
  publish(event: LiveEvent): void
  subscribe(options: SubscribeOptions): AsyncIterable<LiveMessage>
  /** Like `subscribe` with `*`, called at once: for parts of this server. Answers a function that ends it. */
  listen(receive: (event: LiveEvent) => void): () => void
}

const remembered = 1000
const rememberedChars = 20_000_000
/** A subscriber that does not read is told to start over, rather than kept in memory. */
const maxQueued = 1000
/** More records than this, or more text, are not told: who shows them fetches them again. */
const maxRecords = 500
const maxChars = 100_000

/** `now`: milliseconds of a monotonic clock. */
export function createHub(bus: Bus, now: () => number = () => performance.now()): LiveHub {
  const stream = randomUUID().slice(0, 8)
  const past: { readonly message: LiveMessage; readonly chars: number; readonly at: number }[] = []
  let forgottenAt = Number.NEGATIVE_INFINITY
  let pastChars = 0
  const receivers = new Set<(message: LiveMessage) => void>()
  let count = 0

  const accept = (payload: unknown) => {
    const event = payload as LiveEvent
    const slug = ('slug' in event ? event.slug : undefined) ?? null
    // What is not remembered has the place of what came before it: a stream that was opened again goes on from there.
    if (isFleeting(event)) return tell({ id: `${stream}-${count}`, slug, event })
    const message = { id: `${stream}-${++count}`, slug, event }
    const chars = JSON.stringify(event).length
    past.push({ message, chars, at: now() })
    pastChars += chars
    while (past.length > remembered || pastChars > rememberedChars) {
      const forgotten = past.shift()!
      pastChars -= forgotten.chars
      forgottenAt = forgotten.at
    }
    tell(message)
  }
  const tell = (message: LiveMessage) => {
    for (const receive of receivers) receive(message)
  }
  bus.on('live', accept)
  bus.onGap(() => accept({ type: 'reset' }))

  const reset = (): LiveMessage => ({ id: `${stream}-${count}`, slug: null, event: { type: 'reset' } })

  function missed(after: string | undefined): LiveMessage[] {
    if (after === undefined || after === `${stream}-${count}`) return []
    const at = past.findIndex(({ message }) => message.id === after)
    return at === -1 ? [reset()] : past.slice(at + 1).map(({ message }) => message)
  }

  function recent(since: number): LiveMessage[] {
    if (forgottenAt >= since) return [reset()]
    return past.filter(({ at }) => at >= since).map(({ message }) => message)
  }

  return {
    publish: (event) => bus.send('live', tellable(event)),
    listen(receive) {
      const receiver = ({ event }: LiveMessage) => receive(event)
      receivers.add(receiver)
      return () => void receivers.delete(receiver)
    },
    subscribe({ slug, after, recentMs, signal }) {
      const wanted = (message: LiveMessage) => slug === '*' || message.slug === null || message.slug === slug
      const unheard = after === undefined && recentMs !== undefined ? recent(now() - recentMs) : missed(after)
      let queue = unheard.filter(wanted)
      let wake: (() => void) | undefined
      const receive = (message: LiveMessage) => {
        if (!wanted(message)) return
        if (queue.length < maxQueued) queue.push(message)
        else queue = [reset()]
        wake?.()
      }
      // From this moment on, not from the first read: nothing between the two may be missed.
      receivers.add(receive)
      const stop = () => {
        receivers.delete(receive)
        wake?.()
      }
      signal?.addEventListener('abort', stop, { once: true })
      return (async function* () {
        try {
          while (!signal?.aborted) {
            const next = queue
            queue = []
            yield* next
            if (queue.length > 0 || signal?.aborted) continue
            await new Promise<void>((resolve) => {
              wake = resolve
            })
          }
        } finally {
          signal?.removeEventListener('abort', stop)
          receivers.delete(receive)
        }
      })()
    },
  }
}

function tellable(event: LiveEvent): LiveEvent {
  if (event.type !== 'records' && event.type !== 'layout') return event
  const isLarge = countOf(event) > maxRecords || JSON.stringify(event).length > maxChars
  return isLarge ? { type: 'reset', slug: event.slug } : event
}

function countOf(event: Extract<LiveEvent, { type: 'records' | 'layout' }>): number {
  if (event.type === 'layout') return Object.keys(event.positions).length
  const { added, updated, removed } = event.diff
  return added.length + updated.length + removed.length
}
