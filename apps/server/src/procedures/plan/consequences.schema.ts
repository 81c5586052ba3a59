import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const changeConsequencesInput = ofOwnStage.extend({ change: z.string().max(500) })
