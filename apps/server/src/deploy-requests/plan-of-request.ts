import type { Change } from '@penstock/diff'
import type { DeploymentModel, DeployRequestModel } from '@penstock/prisma'
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
  const content = await contentOf(snapshots, request)
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

async function contentOf(
  snapshots: Core['snapshots'],
  { apiId, snapshotRoot }: DeployRequestModel,
): Promise<Content> {
  return {
    apiId,
    manifest: await snapshots.manifest(snapshotRoot),
    definition: await snapshots.definition(snapshotRoot),
  }
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

/** The same without a plan at hand; its checks are not run for that. */
export async function stalenessNow(
  { db, snapshots, planner }: Pick<Core, 'db' | 'snapshots' | 'planner'>,
  request: DeployRequestModel,
  stage: Pick<StageRow, 'deploymentId'> | null,
): Promise<string | null> {
  // What was planned on another base is stale however it is judged: it need not be.
  if (hasMoved(request, stage)) return staleness(request, request, stage)
  const judged = await planner.judge(await contentOf(snapshots, request), request.stage, {
    deployment: await baseOf(db, request),
  })
  return staleness(request, judged, stage)
}

function hasMoved({ baseId }: DeployRequestModel, stage: Pick<StageRow, 'deploymentId'> | null): boolean {
  return (stage?.deploymentId ?? null) !== baseId
}
