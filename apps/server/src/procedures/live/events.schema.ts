import { z } from 'zod'
import { slugSchema } from '../names.ts'
import { tabSchema } from '../presence/show.schema.ts'

export const liveEventsSchema = z.object({
  /** Also hear of this API's draft, stages and deployments; absent: only of the list of APIs and of nodes. */
  slug: slugSchema.optional(),
  /** The tab that listens: when it stops, whoever saw it in the API hears that it is gone. */
  tab: tabSchema.optional(),
  /** How far back the page began to read what it shows: what happened since is told first. */
  recentMs: z.number().int().min(0).max(60_000).optional(),
  /** Set by tRPC when the stream is opened again. */
  lastEventId: z.string().nullish(),
})
