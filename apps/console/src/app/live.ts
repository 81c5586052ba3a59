import type { LiveEvent } from '@penstock/server'
import type { QueryClient } from '@tanstack/react-query'
import type { Unsubscribable } from '@trpc/server/observable'
import { tab } from './tab.ts'
import { queryClient, tellSignedOut, trpc, trpcClient } from './trpc.ts'

export type LiveState = 'closed' | 'connecting' | 'open'

/** How long to wait after the first, second, … refusal, in milliseconds. */
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000]

/** A screen reads from the moment on that it is chosen, and moves the connection once it is there. */
const readingMs = 2_000

/**
 * The tab's one live connection: it hears of one API (or of none) and marks what changed as out of date.
 * One for the whole tab, since browsers allow six connections to a server over HTTP/1.1.
 */
export class LiveConnection {
  readonly #client: Pick<typeof trpcClient, 'live' | 'session'>
  readonly #cache: Pick<QueryClient, 'invalidateQueries'>
  #state: LiveState = 'closed'
  #slug: string | null | undefined
  #subscription: Unsubscribable | null = null
  /** Which APIs it heard of before: whatever is known of those may have changed while it did not. */
  readonly #heard = new Set<string | null>()
  #refusals = 0
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<(event: LiveEvent) => void>()
  readonly #stateListeners = new Set<() => void>()

  constructor(
    client: Pick<typeof trpcClient, 'live' | 'session'>,
    cache: Pick<QueryClient, 'invalidateQueries'>,
  ) {
    this.#client = client
    this.#cache = cache
  }

  readonly state = (): LiveState => this.#state

  readonly subscribeState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Hears every event; the query cache is already told. */
  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the connection, or moves it to another API. */
  open(slug: string | null): void {
    if (this.#subscription && this.#slug === slug) return
    this.#subscription?.unsubscribe()
    clearTimeout(this.#again)
    this.#slug = slug
    this.#setState('connecting')
    const asked = { ...(slug === null ? {} : { slug, tab }), recentMs: this.#sinceRead() }
    this.#subscription = this.#client.live.events.subscribe(asked, {
      onStarted: () => this.#opened(slug),
      onData: ({ data }) => this.#received(data),
      onConnectionStateChange: ({ state }) => {
        if (state === 'connecting') this.#setState('connecting')
        if (state === 'pending') this.#opened(slug)
      },
      onError: () => void this.#refused(slug),
    })
  }

  close(): void {
    clearTimeout(this.#again)
    this.#subscription?.unsubscribe()
    this.#slug = undefined
    this.#closed()
  }

  /** What is on the screen was asked for before this; at the first time, since the page began to load. */
  #sinceRead(): number {
    const sinceLoaded = this.#heard.size === 0 ? performance.now() : 0
    return Math.min(Math.round(sinceLoaded) + readingMs, 60_000)
  }

  #opened(slug: string | null): void {
    if (this.#state === 'open' || this.#slug !== slug) return
    // While the connection was away, refused or with another API, events were missed: everything on the screen is asked
    // for again, and what is not before it is shown.
    if (this.#heard.has(slug) || this.#refusals > 0) void this.#cache.invalidateQueries()
    this.#heard.add(slug)
    this.#refusals = 0
    this.#setState('open')
  }

  /**
   * Something answered, but not with a stream, after which browsers do not try again: the session is over, or a proxy
   * is before a server that restarts.
   */
  async #refused(slug: string | null): Promise<void> {
    this.#closed()
    const pause = pauses[Math.min(this.#refusals++, pauses.length - 1)]
    const session = await this.#client.session.get.query().catch(() => null)
    if (session && !session.user) return tellSignedOut()
    // Meanwhile it may have been opened for something else.
    if (this.#state === 'closed' && this.#slug === slug)
      this.#again = setTimeout(() => this.open(slug), pause)
  }

  #closed(): void {
    this.#subscription = null
    this.#setState('closed')
  }

  #received(event: LiveEvent): void {
    markStale(event)
    for (const listener of this.#listeners) listener(event)
  }

  #setState(state: LiveState): void {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#stateListeners) listener()
  }
}

/** Whether a query, by the second part of its key, names the plan that it is about. */
function isOfOnePlan(asked: unknown): boolean {
  const { input } = (asked ?? {}) as { input?: { planHash?: unknown } }
  return input?.planHash !== undefined
}

/** What each event makes out of date. Only what is on the screen is fetched again. */
function markStale(event: LiveEvent): void {
  // Who is where, and where nodes stand, is on no screen but the canvas, which hears of it itself.
  if (event.type === 'presence' || event.type === 'absence') return
  if (event.type === 'layout' || event.type === 'text') return
  // A tab that nobody sees catches up when it is seen: a plan is made for every save otherwise.
  const refetchType = document.visibilityState === 'visible' ? 'active' : 'none'
  const stale = (filter: { queryKey: readonly unknown[] }) =>
    void queryClient.invalidateQueries({ ...filter, refetchType })
  if (event.type === 'requests') {
    stale(trpc.requests.list.queryFilter({ slug: event.slug }))
    // One that was asked for before its gateway reported it.
    void queryClient.invalidateQueries({
      ...trpc.requests.get.pathFilter(),
      predicate: (query) => query.state.status === 'error',
    })
  } else if (event.type === 'activity') stale(trpc.audit.actors.queryFilter())
  else if (event.type === 'session') stale(trpc.session.get.queryFilter())
  else if (event.type === 'reset') void queryClient.invalidateQueries()
  else if (event.type === 'apis') stale(trpc.apis.list.queryFilter())
  else if (event.type === 'deploy-request') {
    // What was asked of one plan stays what it is, and is refused once the request is planned again.
    void queryClient.invalidateQueries({
      ...trpc.deployRequests.pathFilter(),
      predicate: ({ queryKey: [, asked] }) => !isOfOnePlan(asked),
    })
  } else if (event.type === 'nodes') {
    stale(trpc.gateways.list.queryFilter())
    stale(trpc.stages.list.pathFilter())
  } else {
    const { slug } = event
    stale(trpc.stages.list.queryFilter({ slug }))
    stale(trpc.verdicts.overrides.queryFilter({ slug }))
    stale(trpc.stages.example.queryFilter({ slug }))
    stale(trpc.apis.list.queryFilter())
    stale(trpc.plan.get.queryFilter({ slug }))
    // Saves change what is found in the draft, settings of stages what is found in their variables.
    if (event.type !== 'deployment') stale(trpc.draft.checks.queryFilter({ slug }))
    stale(trpc.plan.removed.queryFilter({ slug }))
    // Of one plan they stay what they are.
    void queryClient.invalidateQueries({
      ...trpc.plan.consequences.queryFilter({ slug }),
      predicate: ({ queryKey: [, asked] }) => !isOfOnePlan(asked),
      refetchType,
    })
    stale(trpc.plan.changeConsequences.pathFilter())
    // What a request says of itself depends on the draft, on what is live and on the stage's settings.
    stale(trpc.deployRequests.list.pathFilter())
    stale(trpc.deployRequests.get.pathFilter())
    // Who has to approve what does not depend on the draft.
    if (event.type !== 'records') stale(trpc.deployRequests.waiting.queryFilter({ slug }))
    if (event.type === 'deployment') stale(trpc.deployments.list.queryFilter({ slug }))
  }
}

export const liveConnection = new LiveConnection(trpcClient, queryClient)
