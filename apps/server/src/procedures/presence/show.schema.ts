import { z } from 'zod'
import { ofApi } from '../names.ts'

/** The browser's name for one of its tabs. */
export const tabSchema = z.string().min(1).max(64)

export const showPresenceSchema = ofApi.extend({
  tab: tabSchema,
  /** What is selected there, the one being edited last. */
  selected: z.array(z.string().max(64)).max(50),
})
