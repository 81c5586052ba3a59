import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const planTextSchema = ofOwnStage.extend({ record: z.string() })
