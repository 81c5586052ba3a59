import { z } from 'zod'
import { ofApi } from '../names.ts'

export const compareDeploymentsSchema = ofApi.extend({ from: z.string(), to: z.string() })
