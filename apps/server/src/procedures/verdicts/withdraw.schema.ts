import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const withdrawSchema = ofOwnStage.extend({ changes: z.array(z.string()).min(1) })
