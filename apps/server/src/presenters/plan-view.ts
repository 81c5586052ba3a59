import type { Change } from '@penstock/diff'
import { kinds, type RecordKind } from '@penstock/model'
import { z } from 'zod'
import type { Plan } from '../plan/plan.ts'
import { acknowledgedSchema, overrideViewSchema } from './verdict-views.ts'

export type PlanView = Plan
export type ChangeView = Change

const count = z.number().int()
const texts = z.array(z.string())
const path = z.array(z.union([z.string(), z.number()]))
const verdict = z.enum(['breaking', 'risky', 'safe', 'documentation'])
const kind = z.enum(Object.keys(kinds) as [RecordKind, ...RecordKind[]])
const action = z.enum(['added', 'changed', 'removed'])
const location = z.object({
  record: z.string().optional(),
  path: path.optional(),
  pointer: z.string().optional(),
  line: count.optional(),
  column: count.optional(),
})

const changeSchema = z.object({
  id: z.string(),
  record: z.string(),
  kind,
  action,
  title: z.string(),
  verdict,
  findings: z.array(
    z.object({
      check: z.string(),
      verdict,
      override: overrideViewSchema
        .omit({ check: true })
        .extend({ from: verdict })
        .optional()
        .describe('Where somebody said what the check means for this API, with its own verdict.'),
      message: z.string(),
      location,
      before: location.optional(),
      after: location.optional(),
    }),
  ),
  fields: z.array(z.object({ path, before: z.unknown().optional(), after: z.unknown().optional() })),
  also: z
    .array(z.object({ record: z.string(), kind, action, name: z.string() }))
    .describe('Records that changed because of this one.'),
  acknowledged: acknowledgedSchema.optional().describe('Where somebody took it upon themselves.'),
  routeSet: count.describe('Index in `routeSets`: the methods whose requests or answers this touches.'),
})

const diagnosticSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  location,
  suggest: z.string().optional(),
})

/** Describes a plan in the REST description. The value is made and typed by `plan/share-plan.ts`. */
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
  routes: texts.describe('Ids of the methods that the changes touch, each once.'),
  routeSets: z.array(z.array(count)).describe('Sets of these, as indexes in `routes`. Changes name theirs.'),
  changes: z.array(changeSchema),
  checks: z.array(diagnosticSchema),
})
