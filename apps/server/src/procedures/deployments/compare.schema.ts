import { z } from 'zod'
import { ofApi } from '../names.ts'

export const ofDeployment = ofApi.extend({ deployment: z.string() })
export const twoDeploymentsSchema = ofApi.extend({ from: z.string(), to: z.string() })
export const deployedTextSchema = twoDeploymentsSchema.extend({ record: z.string() })
