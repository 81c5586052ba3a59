import { AppError } from '@penstock/errors'
import type { DeploymentModel } from '@penstock/prisma'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { approvalsOf, presentDeployment } from '../../presenters/deployments.ts'
import { presentExampleCall } from '../../presenters/example-call.ts'
import { stageAddress } from '../../presenters/stage-address.ts'
import { findStage } from '../../store/stages.ts'
import { findApi } from '../../store/apis.ts'
import type { SignedInContext } from '../context.ts'

/** After this long the answer says how many nodes serve it, whatever the number. */
export const acksPatienceMs = 15_000

/**
 * Runs a command that deploys, and answers once every connected gateway serves the outcome. A stage or a canary that
 * served exactly this already is no failure: it is answered with what is there.
 */
export async function onceServed(
  ctx: SignedInContext,
  { slug, stage }: { readonly slug: string; readonly stage: string },
  command: () => Promise<DeploymentModel>,
  use: 'live' | 'canary' = 'live',
): Promise<Deployed> {
  const made = await command().catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'NOTHING_TO_DEPLOY') return null
    throw error
  })
  const deployment = made ?? (await servedAt(ctx, slug, stage, use))
  const approvals = await approvalsOf(ctx.core.db, deployment.apiId, [deployment])
  const { nodes } = await ctx.core.sync.waitForAcks(slug, stage, acksPatienceMs)
  return {
    deployment: presentDeployment(deployment, use, approvals.get(deployment.id) ?? []),
    ...stageAddress(ctx, slug, stage),
    example: await presentExampleCall(ctx, slug, stage),
    nodes,
    unchanged: made === null,
  }
}

async function servedAt(
  { core }: SignedInContext,
  slug: string,
  stage: string,
  use: 'live' | 'canary',
): Promise<DeploymentModel> {
  const api = await findApi(core.db, slug)
  const row = await findStage(core.db, api.id, stage)
  const served = use === 'live' ? row?.deployment : row?.canaryDeployment
  if (!served) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug } })
  return served
}
