import { z } from 'zod'
import { defineKind } from '../kind.ts'

/** JavaScript with a handler of Lambda's signature, run by the gateway in processes of its own. */
export const functionSchema = z.strictObject({
  kind: z.literal('function'),
  id: z.string(),
  name: z.string(),
  code: z.string(),
  /** `module.exports.<handler>` (CommonJS) or `export const <handler>` (ES module). */
  handler: z.string().optional(),
  timeoutMs: z.number().int().positive().optional(),
  memoryMb: z.number().int().positive().optional(),
  environment: z.record(z.string(), z.string()).optional(),
})
export type Function_ = z.infer<typeof functionSchema>

export const functionKind = defineKind({
  kind: 'function',
  idPrefix: 'fun_',
  schema: functionSchema,
  defaults: { handler: 'handler', timeoutMs: 3000, memoryMb: 128 },
  secrets: ['environment'],
  references: () => [],
  label: (fn) => fn.name,
  unique: (fn) => fn.name,
  connects: {},
})
