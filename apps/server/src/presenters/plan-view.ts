import { type Json, kinds, type RecordKind } from '@penstock/model'
import { z } from 'zod'

const count = z.number().int()
const location = z.object({
  record: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  pointer: z.string().optional(),
  line: count.optional(),
  column: count.optional(),
})
const verdict = z.enum(['breaking', 'risky', 'safe', 'documentation'])

const kind = z.enum(Object.keys(kinds) as [RecordKind, ...RecordKind[]])

export const changeViewSchema = z.object({
  id: z.string(),
  record: z.string(),
  kind,
  action: z.enum(['added', 'changed', 'removed']),
  title: z.string(),
  verdict,
  findings: z.array(z.object({ check: z.string(), verdict, message: z.string(), location })),
  fields: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      before: z.custom<Json>().optional(),
      after: z.custom<Json>().optional(),
    }),
  ),
  also: z.array(z.string()).describe('Records that changed because of this one.'),
})

const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  location,
  suggest: z.string().optional(),
})

/** A plan: what deploying the draft to a stage would change, judged. */
export const planViewSchema = z.object({
  stage: z.string(),
  base: z.object({ deployment: z.string(), version: count }).nullable(),
  draftHash: z.string(),
  planHash: z.string().describe('Name this one to deploy exactly what was reviewed.'),
  summary: z.object({
    breaking: count,
    risky: count,
    safe: count,
    documentation: count,
    total: count,
    routes: count,
  }),
  changes: z.array(changeViewSchema),
  checks: z.array(diagnosticSchema),
})
export type PlanView = z.infer<typeof planViewSchema>
export type ChangeView = z.infer<typeof changeViewSchema>
