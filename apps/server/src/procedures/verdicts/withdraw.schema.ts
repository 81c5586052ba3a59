import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const withdrawSchema = ofOwnStage.extend({ change: z.string() })
