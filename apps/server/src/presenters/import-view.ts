import { z } from 'zod'

const line = z.object({
  pointer: z.string(),
  construct: z.string(),
  reason: z.string(),
  /** How many places have it, if it is more than the one. */
  count: z.number().int().optional(),
})

/** What became of every construct of an imported document. */
export const importReportSchema = z.object({
  format: z.enum(['oas31', 'oas30', 'swagger2']),
  operations: z.number().int(),
  mapped: z.number().int(),
  kept: z.array(line),
  refused: z.array(line),
  warnings: z.array(line),
  /** Operations of the draft that callers get an error from as it is now, by what hinders them. */
  unanswered: z.array(
    z.object({
      reason: z.string(),
      count: z.number().int(),
      /** The first hundred. */
      operations: z.array(z.object({ record: z.string(), name: z.string() })),
    }),
  ),
})
export type ImportReportView = z.infer<typeof importReportSchema>
