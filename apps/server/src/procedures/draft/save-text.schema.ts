import { isPlace, isPlain, keptWholeMax, placeMax } from '@penstock/openapi/live'
import { z } from 'zod'
import { ofApi } from '../names.ts'
import { tabSchema } from '../presence/show.schema.ts'

const plain = 'A text has neither NUL nor half a character.'
const place = z
  .string()
  .max(placeMax)
  .refine(isPlain, plain)
  .refine(isPlace, 'A place is a pointer, that of an order, the end or the whole text.')
const revision = z.number().int().nonnegative()

const parts = ofApi.extend({
  tab: tabSchema,
  /** With the revision that was seen; 0: there was none. */
  put: z
    .array(
      z.object({
        place,
        text: z.string().max(keptWholeMax).refine(isPlain, plain),
        record: z.string().max(64).refine(isPlain, plain).nullable(),
        revision,
      }),
    )
    .max(20_000),
  remove: z.array(z.object({ place, revision })).max(20_000),
})

export const saveTextSchema = parts.refine(
  ({ put, remove }) =>
    new Set([...put, ...remove].map((part) => part.place)).size === put.length + remove.length,
  'A place is there once.',
)
