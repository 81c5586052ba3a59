import type { DeploymentModel, DeployRequestModel } from '@penstock/prisma'
import type { Core } from '../core.ts'
import type { Content, Plan } from '../plan/plan.ts'
import { type KeptAcknowledgement, withKept } from '../store/acknowledgements.ts'
import { overridesOf, overridesThen } from '../store/check-overrides.ts'
import type { StageRow } from '../store/stages.ts'
import { baseOf, type RequestRow } from './request-rows.ts'

export interface PlannedRequest {
  readonly content: Content
  readonly base: DeploymentModel | null
  /** From what was live when it was planned to what it deploys, judged as this server judges. */
  readonly plan: Plan
}

/** The plan of a request as it was made, or as it was deployed, however far the draft and the stage have moved. */
export async function planOfRequest(
  { db, snapshots, planner }: Pick<Core, 'db' | 'snapshots' | 'planner'>,
  request: RequestRow,
): Promise<PlannedRequest> {
  const { apiId, snapshotRoot } = request
  const content = {
    apiId,
    manifest: await snapshots.manifest(snapshotRoot),
    definition: await snapshots.definition(snapshotRoot),
  }
  const base = await baseOf(db, request)
  const { deploymentId } = request
  const made = deploymentId === null ? null : await db.deployment.findUnique({ where: { id: deploymentId } })
  if (!made) return { content, base, plan: await planner.plan(content, request.stage, { deployment: base }) }
  // What was deployed shows what was said and acknowledged then.
  const overrides = overridesThen(made)
  const plan = await planner.plan(content, request.stage, { deployment: base, overrides })
  const kept = JSON.parse(made.acknowledgements) as KeptAcknowledgement[]
  return { content, base, plan: { ...plan, changes: withKept(plan.changes, kept) } }
}

/** Why the plan of a request holds no more, in words; null when it does. */
export function staleness(
  request: DeployRequestModel,
  { planHash }: Pick<Plan, 'planHash'>,
  stage: Pick<StageRow, 'deploymentId'> | null,
): string | null {
  if (hasMoved(request, stage)) return `what is live on ${request.stage} has changed since it was planned`
  if (planHash !== request.planHash) return 'its changes are judged differently than when it was planned'
  return null
}

/**
 * The same of many requests of one API, by id, without a plan at hand: their checks are not run for that, and what was
 * judged before is not judged again.
 */
export async function stalenessOf(
  { db, planner }: Pick<Core, 'db' | 'planner'>,
  requests: readonly DeployRequestModel[],
  stages: ReadonlyMap<string, StageRow>,
): Promise<ReadonlyMap<string, string | null>> {
  const [first] = requests
  const stale = new Map<string, string | null>()
  if (!first) return stale
  const overrides = await overridesOf(db, first.apiId)
  for (const request of requests) {
    const stage = stages.get(request.stage) ?? null
    const { apiId, snapshotRoot: root } = request
    // What was planned on another base is stale however it is judged: it need not be.
    const planHash = hasMoved(request, stage)
      ? request.planHash
      : await planner.nameOf({ apiId, root, overrides }, request.stage, stage?.deployment ?? null)
    stale.set(request.id, staleness(request, { planHash }, stage))
  }
  return stale
}

function hasMoved({ baseId }: DeployRequestModel, stage: Pick<StageRow, 'deploymentId'> | null): boolean {
  return (stage?.deploymentId ?? null) !== baseId
}
