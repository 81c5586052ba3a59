import { type SharedChanges, spreadRoutes } from '@penstock/diff/shared-routes'
import type {
  ChangeView,
  DeployRequestAnswer,
  DeployRequestDetail,
  PlanAnswer,
  PlanView,
} from '@penstock/server'

/** Changes as screens read them, each with the routes that it touches: `select` of the queries that answer them. */
export function openChanges<A extends SharedChanges>(
  answer: A,
): Omit<A, keyof SharedChanges> & { readonly changes: readonly ChangeView[] } {
  const { routes: _, routeSets: __, changes: ___, ...rest } = answer
  return { ...rest, changes: spreadRoutes(answer) }
}

export function openPlan(answer: PlanAnswer): PlanView {
  return openChanges(answer)
}

export function openDeployRequest(answer: DeployRequestAnswer): DeployRequestDetail {
  return { ...answer, plan: openPlan(answer.plan) }
}
