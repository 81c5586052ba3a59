import { z } from 'zod'
import { ofOwnStage } from '../names.ts'
import { reasonSchema } from './reason.ts'

export const acknowledgeSchema = ofOwnStage.extend({
  changes: z.array(z.string()).min(1),
  reason: reasonSchema,
})
