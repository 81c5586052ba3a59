import { keptWholeMax } from '@penstock/openapi/live'
import { z } from 'zod'
import { ofApi } from '../names.ts'
import { tabSchema } from '../presence/show.schema.ts'

const place = z.string().max(4_000)
const revision = z.number().int().nonnegative()

export const saveTextSchema = ofApi.extend({
  tab: tabSchema,
  /** With the revision that was seen; 0: there was none. */
  put: z
    .array(
      z.object({
        place,
        text: z.string().max(keptWholeMax),
        record: z.string().max(64).nullable(),
        revision,
      }),
    )
    .max(20_000),
  remove: z.array(z.object({ place, revision })).max(20_000),
})
