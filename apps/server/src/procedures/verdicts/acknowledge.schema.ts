import { z } from 'zod'
import { ofOwnStage } from '../names.ts'
import { reasonSchema } from './reason.ts'

export const acknowledgeSchema = ofOwnStage.extend({ change: z.string(), reason: reasonSchema })
