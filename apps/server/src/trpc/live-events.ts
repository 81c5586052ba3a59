import { tracked } from '@trpc/server'
import type { LiveEvent } from '../presenters/live-view.ts'
import { liveEventsSchema } from '../procedures/live/events.schema.ts'
import { watch } from '../http/watch.ts'
import { signedInProcedure } from './trpc.ts'

/** One stream for each open tab. Each event has an id, so that a browser that was away hears what it missed. */
export const liveEvents = signedInProcedure.input(liveEventsSchema).subscription(async function* ({
  ctx,
  input,
  signal,
}) {
  for await (const { id, event } of watch(ctx, input, signal)) yield tracked<LiveEvent>(id, event)
})
