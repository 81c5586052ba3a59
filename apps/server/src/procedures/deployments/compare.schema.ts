import { z } from 'zod'
import { ofApi } from '../names.ts'

export const ofDeployment = ofApi.extend({ deployment: z.string() })
export const twoDeploymentsSchema = ofApi.extend({ from: z.string(), to: z.string() })
export const compareSchema = twoDeploymentsSchema.extend({
  judged: z
    .enum(['then', 'now'])
    .optional()
    .describe('As when the second was deployed (`then`, the default), or as if it was deployed `now`.'),
})
export const deployedTextSchema = twoDeploymentsSchema.extend({ record: z.string() })
