import type { Change } from '@penstock/diff'
import type { DeploymentModel } from '@penstock/prisma'
import type { Core } from '../core.ts'
import type { Content, Plan } from '../plan/plan.ts'
import { type KeptAcknowledgement, withKept } from '../store/acknowledgements.ts'
import type { StageRow } from '../store/stages.ts'
import { baseOf, type RequestRow } from './request-rows.ts'

export interface PlannedRequest {
  readonly content: Content
  readonly base: DeploymentModel | null
  /** From what was live when it was planned to what it deploys, judged as this server judges. */
  readonly plan: Plan
}

/** The plan of a request as it was made, however far the draft and the stage have moved. */
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
  const plan = await planner.plan(content, request.stage, { deployment: base })
  return { content, base, plan: { ...plan, changes: await asDeployed(db, request, plan.changes) } }
}

/** Changes of a request that was deployed with what was acknowledged then; other ones as they are. */
async function asDeployed(
  db: Core['db'],
  { deploymentId }: RequestRow,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const deployment =
    deploymentId === null ? null : await db.deployment.findUnique({ where: { id: deploymentId } })
  return deployment
    ? withKept(changes, JSON.parse(deployment.acknowledgements) as KeptAcknowledgement[])
    : changes
}

/** Why the plan of a request holds no more, in words; null when it does. */
export function staleness(
  request: RequestRow,
  plan: Plan,
  stage: Pick<StageRow, 'deploymentId'> | null,
): string | null {
  if ((stage?.deploymentId ?? null) !== request.baseId)
    return `what is live on ${request.stage} has changed since it was planned`
  if (plan.planHash !== request.planHash) return 'its changes are judged differently than when it was planned'
  return null
}
