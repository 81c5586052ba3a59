import { z } from 'zod'
import { ofPlan } from '../names.ts'

export const planTextSchema = ofPlan.extend({ record: z.string() })
