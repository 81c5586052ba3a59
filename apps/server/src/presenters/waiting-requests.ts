import type { Actor } from '../auth/actor.ts'
import type { Core } from '../core.ts'
import { personOf } from '../deploy-requests/person-of.ts'
import { stalenessOf } from '../deploy-requests/plan-of-request.ts'
import { undecided } from '../deploy-requests/states.ts'
import { approvalsNeeded, tally } from '../deploy-requests/tally.ts'
import { findApi } from '../store/apis.ts'
import { listStages } from '../store/stages.ts'

/**
 * How many deploy requests of an API wait for the approval of whoever asks: of others, of a plan that holds, approved
 * by too few, and nothing that this person or anybody else has an objection to. Throws API_NOT_FOUND.
 */
export async function countWaitingRequests(
  core: Pick<Core, 'db' | 'planner'>,
  actor: Actor,
  { slug }: { readonly slug: string },
): Promise<number> {
  const { db } = core
  const { id: apiId } = await findApi(db, slug)
  const rows = await db.deployRequest.findMany({
    where: { apiId, state: { in: [...undecided] } },
    include: { votes: true },
  })
  if (rows.length === 0) return 0
  const person = await personOf(db, actor)
  if (person === null) return 0
  const stages = new Map((await listStages(db, apiId)).map((stage) => [stage.name, stage]))
  const lacking = rows.filter((row) => {
    const { approvals, objections } = tally(row)
    return (
      person !== row.authorUserId &&
      person !== row.plannerUserId &&
      objections === 0 &&
      approvals < approvalsNeeded(row, stages.get(row.stage)) &&
      !row.votes.some((vote) => vote.round === row.round && vote.userId === person)
    )
  })
  const stale = await stalenessOf(core, lacking, stages)
  return lacking.filter(({ id }) => stale.get(id) === null).length
}
