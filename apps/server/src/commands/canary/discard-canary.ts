import type { ApiModel, DeploymentModel } from '@penstock/prisma'
import { getRequest } from '../../deploy-requests/request-rows.ts'
import { inLine } from '../../deploy-requests/states.ts'
import { lockApi } from '../../store/apis.ts'
import { audit, type AuditedTransaction, transactAudited } from '../../store/audit.ts'
import { noCanary } from '../../store/canary.ts'
import { getStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { type CanarySeen, getCanary } from './get-canary.ts'

/**
 * All requests go to what the stage serves again. What was deployed as the canary stays in the history; its request, where
 * it has one that is to be deployed by itself, waits for somebody again. Throws
 * CANARY_NOT_FOUND and CANARY_STALE.
 */
export async function discardCanary(context: CommandContext, input: CanarySeen): Promise<void> {
  const { clock, live, sync, actor } = context
  const { slug } = input
  const discarded = await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const stage = await getStage(tx, api, input.stage)
    const { deployment, percentTraffic } = getCanary(stage, input)
    const now = clock.now()
    await tx.stage.update({ where: { id: stage.id }, data: { ...noCanary, updatedAt: now } })
    const data = {
      stage: stage.name,
      version: deployment.version,
      deployment: deployment.id,
      before: percentTraffic,
    }
    await audit(tx, now, actor, { api, action: 'discard-canary', data })
    await holdRequest(tx, context, api, deployment)
    await sync.announce(tx, slug)
    return deployment
  })
  await sync.refresh(slug)
  live.publish({ type: 'deployment', slug, stage: input.stage, deployment: discarded.id })
  live.publish({ type: 'stages', slug })
  const { requestNumber: number } = discarded
  if (number !== null) live.publish({ type: 'deploy-request', slug, number })
}

/** What was tried and discarded does not go to everybody at the time that was set before. */
async function holdRequest(
  tx: AuditedTransaction,
  { actor, clock }: CommandContext,
  api: ApiModel,
  { requestNumber: number }: DeploymentModel,
): Promise<void> {
  if (number === null) return
  const request = await getRequest(tx, api, number)
  if (!inLine.includes(request.state)) return
  const { id, stage, title } = request
  const note = 'Its canary was discarded.'
  const now = clock.now()
  const data = { state: 'open', scheduledAt: null, deployer: null, note, updatedAt: now }
  await tx.deployRequest.update({ where: { id }, data })
  const told = { request: number, stage, title, reason: note }
  await audit(tx, now, actor, { api, action: 'hold-request', data: told })
}
