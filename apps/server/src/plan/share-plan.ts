import { type SharedChanges, shareRoutes } from '@penstock/diff'
import type { Plan } from './plan.ts'

/** A plan as it is sent: what its changes touch is told once for all of them. */
export type PlanAnswer = Omit<Plan, 'changes'> & SharedChanges

export function sharePlan(plan: Plan): PlanAnswer {
  return { ...plan, ...shareRoutes(plan.changes) }
}
