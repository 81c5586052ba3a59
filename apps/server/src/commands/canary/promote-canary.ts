import { overrideVerdicts } from '@penstock/diff'
import { hashText } from '@penstock/model/snapshot'
import type { DeploymentModel } from '@penstock/prisma'
import { type KeptAcknowledgement, withKept } from '../../store/acknowledgements.ts'
import { findApi, lockApi } from '../../store/apis.ts'
import { transactAudited } from '../../store/audit.ts'
import { canaryVariables } from '../../store/canary.ts'
import { overridesOf } from '../../store/check-overrides.ts'
import { saidOf } from '../../store/said.ts'
import { getStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { deployRequest } from '../deploy-requests/deploy-request.ts'
import { writeDeployment } from '../write-deployment.ts'
import { type CanarySeen, getCanary } from './get-canary.ts'
import { refuseUnapproved } from './refuse-unapproved.ts'

export interface PromoteCanaryInput extends CanarySeen {
  readonly description?: string | undefined
}

/**
 * What was deployed as the canary is what the stage serves, by a deployment of its own, with the variables that the canary
 * had; the canary is over. One transaction, and one swap on each gateway. A canary of a deploy request is promoted by
 * deploying that request, with all that this asks for. Throws CANARY_NOT_FOUND, CANARY_STALE, and APPROVAL_REQUIRED where
 * the stage asks for approvals and the canary is of no request.
 */
export async function promoteCanary(
  context: CommandContext,
  input: PromoteCanaryInput,
): Promise<DeploymentModel> {
  const { db, live, sync, snapshots, planner } = context
  const { slug } = input
  for (;;) {
    const api = await findApi(db, slug)
    const before = await getStage(db, api, input.stage)
    const { deployment: tried } = getCanary(before, input)
    if (tried.requestNumber !== null)
      return promoteRequest(context, tried.requestNumber, {
        ...input,
        deploymentId: tried.id,
        from: before.deploymentId ?? undefined,
      })
    await sync.prepareSnapshot(tried.snapshotRoot)
    const judged = { apiId: api.id, stage: input.stage }
    const said = await saidOf(db, judged)
    const compared = await planner.compare(
      before.deployment && (await snapshots.manifest(before.deployment.snapshotRoot)),
      await snapshots.manifest(tried.snapshotRoot),
      await snapshots.definition(tried.snapshotRoot),
    )
    const kept = JSON.parse(tried.acknowledgements) as KeptAcknowledgement[]
    const changes = withKept(overrideVerdicts(compared, await overridesOf(db, api.id)), kept)
    const deployment = await transactAudited(context, async (tx) => {
      const locked = await lockApi(tx, slug)
      if (locked.id !== api.id) return null
      const stage = await getStage(tx, locked, input.stage)
      const canary = getCanary(stage, input)
      if (stage.deploymentId !== before.deploymentId || canary.deployment.id !== tried.id) return null
      if ((await saidOf(tx, judged)) !== said) return null
      await refuseUnapproved(tx, locked, stage, canary)
      const { snapshotRoot, version } = tried
      return writeDeployment(tx, context, locked, {
        stage: input.stage,
        kind: 'promote',
        endsCanary: true,
        snapshotRoot,
        planHash: hashText(`promote ${api.id} ${input.stage} ${stage.deploymentId ?? ''} ${snapshotRoot}`),
        description: input.description ?? (tried.description || `The canary v${version}`),
        changes,
        variables: canaryVariables(stage, canary),
      })
    })
    // The stage, its canary or what is said of the changes moved between comparing and locking: compare again.
    if (!deployment) continue
    await sync.refresh(slug)
    live.publish({ type: 'deployment', slug, stage: input.stage, deployment: deployment.id })
    live.publish({ type: 'stages', slug })
    return deployment
  }
}

async function promoteRequest(
  context: CommandContext,
  number: number,
  { description, ...canary }: PromoteCanaryInput,
): Promise<DeploymentModel> {
  const { slug } = canary
  const deployment = await deployRequest(context, { slug, number, description, canary })
  // Nothing else was deployed since it began to be tried, and then nothing could be reverted.
  if (!deployment) throw new TypeError(`the canary of deploy request ${number} of ${slug} was put in line`)
  return deployment
}
