import type { Plan } from '../plan/plan.ts'
import { findStage } from '../store/stages.ts'
import type { CommandContext } from './context.ts'

/** What deploying the draft to a stage would change. For a stage that is not there yet: everything. */
export async function makePlan(
  { db, drafts, planner }: Pick<CommandContext, 'db' | 'drafts' | 'planner'>,
  { slug, stage: name }: { readonly slug: string; readonly stage: string },
): Promise<Plan> {
  const draft = await drafts.open(slug)
  return planner.plan(draft, name, await findStage(db, draft.apiId, name))
}
