import { type Change, overrideVerdicts } from '@penstock/diff'
import { AppError } from '@penstock/errors'
import { hashText } from '@penstock/model/snapshot'
import type { DeploymentModel } from '@penstock/prisma'
import { findApi, lockApi } from '../store/apis.ts'
import { type AuditedTransaction, transactAudited } from '../store/audit.ts'
import { overridesOf } from '../store/check-overrides.ts'
import { saidOf } from '../store/said.ts'
import { getStage, type StageRow, variablesOf } from '../store/stages.ts'
import { takenBack, variableChangesOf } from '../store/variable-changes.ts'
import type { CommandContext } from './context.ts'
import { writeDeployment } from './write-deployment.ts'

export interface RollbackInput {
  readonly slug: string
  readonly stage: string
  /** Id of a deployment of this API whose content the stage shall serve again. */
  readonly deployment: string
  /** Id of what is live, as somebody saw it when they decided; null for nothing. Absent: whatever is live now. */
  readonly from?: string | null | undefined
  readonly description?: string | undefined
}

/** What is done in the same transaction: where a deploy request is reverted. */
export interface RollbackOf {
  readonly requestNumber: number
  /** Throws to refuse. */
  readonly check: (tx: AuditedTransaction) => Promise<void>
  readonly write: (tx: AuditedTransaction, deployment: DeploymentModel) => Promise<void>
}

/**
 * A new deployment with old content, without the variables that promotions of canaries have changed since; the draft stays as it
 * is. Throws DEPLOYMENT_NOT_FOUND, STAGE_NOT_FOUND,
 * ROLLBACK_STALE where something else is live than what it was decided against, ROLLBACK_NOT_REVIEWED where a stage that asks for approvals never served that content, and NOTHING_TO_DEPLOY when the
 * stage serves that content already, and what building the bundle throws.
 */
export async function rollback(
  context: CommandContext,
  input: RollbackInput,
  of?: RollbackOf,
): Promise<DeploymentModel> {
  const { live, sync } = context
  for (;;) {
    const { apiId, stage: before, target, said, changes } = await prepare(context, input)
    const { snapshotRoot, version } = target
    const deployment = await transactAudited(context, async (tx) => {
      const api = await lockApi(tx, input.slug)
      if (api.id !== apiId) return null
      await of?.check(tx)
      const stage = await getStage(tx, api, input.stage)
      const { deploymentId } = stage
      if (deploymentId !== before.deploymentId) return null
      if ((await saidOf(tx, { apiId, stage: input.stage })) !== said) return null
      await refuseUnreviewed(tx, stage, snapshotRoot)
      const deployment = await writeDeployment(tx, context, api, {
        stage: input.stage,
        kind: 'rollback',
        snapshotRoot,
        planHash: hashText(`rollback ${api.id} ${input.stage} ${deploymentId ?? ''} ${snapshotRoot}`),
        description: input.description ?? `Back to v${version}`,
        changes,
        variables: await variablesAt(tx, stage, target),
        requestNumber: of?.requestNumber,
      })
      await of?.write(tx, deployment)
      return deployment
    })
    // The stage, or what is said of its changes, moved between comparing and locking: compare again.
    if (!deployment) continue
    await sync.refresh(input.slug)
    live.publish({ type: 'deployment', slug: input.slug, stage: input.stage, deployment: deployment.id })
    live.publish({ type: 'stages', slug: input.slug })
    return deployment
  }
}

interface Prepared {
  readonly apiId: string
  readonly stage: StageRow
  readonly target: DeploymentModel
  /** What was said of the changes when they were judged. */
  readonly said: string
  readonly changes: readonly Change[]
}

/** What takes its time, before the transaction: a rollback that no gateway can be given is refused, and it is counted. */
async function prepare(
  { db, sync, snapshots, planner }: CommandContext,
  input: RollbackInput,
): Promise<Prepared> {
  const api = await findApi(db, input.slug)
  const stage = await getStage(db, api, input.stage)
  const target = await db.deployment.findFirst({ where: { id: input.deployment, apiId: api.id } })
  if (!target) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug: input.slug } })
  const { deployment: current } = stage
  const { snapshotRoot } = target
  if (input.from !== undefined && input.from !== stage.deploymentId)
    throw new AppError('ROLLBACK_STALE', {
      params: { stage: stage.name, live: current ? `v${current.version}` : 'nothing' },
      details: { deployment: current?.id ?? null, version: current?.version ?? null },
    })
  if (current?.snapshotRoot === snapshotRoot) {
    throw new AppError('NOTHING_TO_DEPLOY', {
      details: { deployment: current.id, version: current.version },
    })
  }
  await sync.prepareSnapshot(snapshotRoot)
  const said = await saidOf(db, { apiId: api.id, stage: input.stage })
  const changes = await planner.compare(
    current ? await snapshots.manifest(current.snapshotRoot) : null,
    await snapshots.manifest(snapshotRoot),
    await snapshots.definition(snapshotRoot),
  )
  return {
    apiId: api.id,
    stage,
    target,
    said,
    changes: overrideVerdicts(changes, await overridesOf(db, api.id)),
  }
}

/** The variables of the stage without what deployments to it changed after this one. That of another stage tells nothing of them. */
async function variablesAt(
  tx: AuditedTransaction,
  stage: StageRow,
  target: DeploymentModel,
): Promise<Record<string, string>> {
  const { apiId, name } = stage
  if (target.stage !== name) return variablesOf(stage)
  const later = await tx.deployment.findMany({
    where: { apiId, stage: name, version: { gt: target.version }, NOT: { variableChanges: '{}' } },
    select: { variableChanges: true },
    orderBy: { version: 'desc' },
  })
  return takenBack(variablesOf(stage), later.map(variableChangesOf))
}

/** Going back must not be a way round the approvals of a stage: what it served once was let through then. */
async function refuseUnreviewed(
  tx: AuditedTransaction,
  stage: StageRow,
  snapshotRoot: string,
): Promise<void> {
  if (stage.requiredApprovals === 0) return
  const { apiId, name } = stage
  // What was tried on some of its callers was not.
  const served = await tx.deployment.count({
    where: { apiId, stage: name, snapshotRoot, NOT: { kind: 'canary' } },
  })
  if (served === 0) throw new AppError('ROLLBACK_NOT_REVIEWED', { params: { stage: name } })
}
