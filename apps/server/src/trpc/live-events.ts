import { tracked } from '@trpc/server'
import { authorize } from '../policies/authorize.ts'
import type { LiveEvent } from '../presenters/live-view.ts'
import { liveEventsSchema } from '../procedures/live/events.schema.ts'
import { signedInProcedure } from './trpc.ts'

/** One stream for each open tab. Each event has an id, so that a browser that was away hears what it missed. */
export const liveEvents = signedInProcedure.input(liveEventsSchema).subscription(async function* ({
  ctx: { core, shell, actor, revoked },
  input: { slug, tab, recentMs, lastEventId },
  signal,
}) {
  authorize(actor, 'read APIs')
  // The server stops, or somebody's access was revoked, be it before this line: the browser shall open the stream again, and be asked again.
  const renew = AbortSignal.any([shell.closing, revoked])
  const events = core.live.subscribe({
    slug,
    after: lastEventId ?? undefined,
    recentMs,
    signal: signal ? AbortSignal.any([signal, renew]) : renew,
  })
  try {
    for await (const { id, event } of events) {
      if (event.type === 'session' && event.user !== actor.id) continue
      yield tracked<LiveEvent>(id, event)
    }
  } finally {
    // A tab that was closed can't say so itself.
    if (slug !== undefined && tab !== undefined) core.roster.left(slug, actor.id, tab)
  }
  // Ends the stream without tRPC's last word, after which a browser would not come back.
  renew.throwIfAborted()
})
