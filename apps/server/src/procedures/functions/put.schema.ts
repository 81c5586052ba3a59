import { z } from 'zod'
import { ofApi } from '../names.ts'

export const functionBodySchema = z.object({
  code: z.string().min(1, 'A function needs code.').max(10_000_000),
  handler: z.string().max(200).optional().describe('Name of the exported handler; "handler" when absent.'),
  timeoutMs: z.number().int().positive().max(900_000).optional(),
  memoryMb: z.number().int().positive().max(10_240).optional(),
  environment: z.record(z.string(), z.string()).optional(),
})

export const functionNameSchema = z
  .string()
  .regex(/^[\w-]{1,140}$/, 'The name of a function has letters, digits, hyphens and underscores.')

export const putFunctionSchema = ofApi.extend({ name: functionNameSchema, ...functionBodySchema.shape })
