import { tracked } from '@trpc/server'
import { authorize } from '../policies/authorize.ts'
import type { LiveEvent } from '../presenters/live-view.ts'
import { liveEventsSchema } from '../procedures/live/events.schema.ts'
import { signedInProcedure } from './trpc.ts'

/** One stream for each open tab. Each event has an id, so that a browser that was away hears what it missed. */
export const liveEvents = signedInProcedure.input(liveEventsSchema).subscription(async function* ({
  ctx: { core, shell, actor },
  input: { slug, lastEventId },
  signal,
}) {
  authorize(actor, 'read APIs')
  const events = core.live.subscribe({
    slug,
    after: lastEventId ?? undefined,
    signal: signal ? AbortSignal.any([signal, shell.closing]) : shell.closing,
  })
  for await (const { id, event } of events) yield tracked<LiveEvent>(id, event)
})
