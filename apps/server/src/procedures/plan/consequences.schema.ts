import { z } from 'zod'
import { ofOwnStage, planHashSchema } from '../names.ts'

/** Of a plan by its hash; without one, of what the plan is now. */
export const consequencesInput = ofOwnStage.extend({ planHash: planHashSchema.optional() })
export const changeConsequencesInput = consequencesInput.extend({ change: z.string().max(500) })
