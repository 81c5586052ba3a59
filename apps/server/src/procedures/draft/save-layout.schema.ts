import { z } from 'zod'
import { ofApi } from '../names.ts'
import { tabSchema } from '../presence/show.schema.ts'

export const saveLayoutSchema = ofApi.extend({
  tab: tabSchema,
  /** Record → where it stands on the canvas; null: wherever the layout puts it. */
  positions: z.record(z.string(), z.object({ x: z.number(), y: z.number() }).nullable()),
})
