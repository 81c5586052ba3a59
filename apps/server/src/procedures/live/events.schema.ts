import { z } from 'zod'
import { slugSchema } from '../names.ts'

export const liveEventsSchema = z.object({
  /** Also hear of this API's draft, stages and deployments; absent: only of the list of APIs and of nodes. */
  slug: slugSchema.optional(),
  /** Set by tRPC when the stream is opened again. */
  lastEventId: z.string().nullish(),
})
