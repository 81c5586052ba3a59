import type { Plan } from '../plan/plan.ts'
import { stageToDeploy } from '../store/stages.ts'
import type { CommandContext } from './context.ts'

export interface PlanInput {
  readonly slug: string
  readonly stage: string
  /** Plans for a stage that is not there. Without it only for the first stage of an API. */
  readonly createStage?: boolean | undefined
}

/** What deploying the draft to a stage would change. For one that is not there yet: everything. Throws STAGE_NOT_FOUND. */
export async function makePlan(
  { db, drafts, planner }: Pick<CommandContext, 'db' | 'drafts' | 'planner'>,
  { slug, stage: name, createStage }: PlanInput,
): Promise<Plan> {
  const draft = await drafts.open(slug)
  return planner.plan(draft, name, await stageToDeploy(db, { id: draft.apiId, slug }, name, createStage))
}
