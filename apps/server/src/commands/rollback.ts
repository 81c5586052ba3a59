import { AppError } from '@penstock/errors'
import { compareManifests, hashText } from '@penstock/model/snapshot'
import type { DeploymentModel } from '@penstock/prisma'
import { findApi, lockApi } from '../store/apis.ts'
import { transact } from '../store/executor.ts'
import { getStage } from '../store/stages.ts'
import type { CommandContext } from './context.ts'
import { writeDeployment } from './write-deployment.ts'

export interface RollbackInput {
  readonly slug: string
  readonly stage: string
  /** Id of a deployment of this API whose content the stage shall serve again. */
  readonly deployment: string
  readonly description?: string | undefined
}

/**
 * A new deployment with old content; the draft stays as it is. Throws DEPLOYMENT_NOT_FOUND, STAGE_NOT_FOUND, and
 * NOTHING_TO_DEPLOY when the stage serves that content already, and what building the bundle throws.
 */
export async function rollback(context: CommandContext, input: RollbackInput): Promise<DeploymentModel> {
  const { db, snapshots, live, sync } = context
  const { id: apiId } = await findApi(db, input.slug)
  const found = await db.deployment.findFirst({ where: { id: input.deployment, apiId } })
  // Before the transaction, as for a deployment: a rollback that no gateway can be given is refused.
  if (found) await sync.prepareSnapshot(found.snapshotRoot)
  const deployment = await transact(db, async (tx) => {
    const api = await lockApi(tx, input.slug)
    const stage = await getStage(tx, api, input.stage)
    const target = await tx.deployment.findFirst({ where: { id: input.deployment, apiId: api.id } })
    if (!target) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug: input.slug } })
    const { snapshotRoot } = target
    const current = stage.deployment
    if (current?.snapshotRoot === snapshotRoot) {
      throw new AppError('NOTHING_TO_DEPLOY', {
        details: { deployment: current.id, version: current.version },
      })
    }
    const to = await snapshots.manifest(snapshotRoot, tx)
    const from = current
      ? await snapshots.manifest(current.snapshotRoot, tx)
      : { root: '', buckets: new Map() }
    return writeDeployment(tx, context, api, {
      stage: input.stage,
      kind: 'rollback',
      snapshotRoot,
      planHash: hashText(`rollback ${api.id} ${input.stage} ${current?.id ?? ''} ${snapshotRoot}`),
      description: input.description ?? `Back to v${target.version}`,
      change: compareManifests(from, to),
    })
  })
  await sync.refresh(input.slug)
  live.publish({ type: 'deployment', slug: input.slug, stage: input.stage, deployment: deployment.id })
  live.publish({ type: 'stages', slug: input.slug })
  return deployment
}
