import { lockApi } from '../../store/apis.ts'
import { audit, transactAudited } from '../../store/audit.ts'
import { noCanary } from '../../store/canary.ts'
import { getStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { type CanarySeen, getCanary } from './get-canary.ts'

/**
 * All requests go to what the stage serves again. What was deployed as the canary stays in the history. Throws
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
    await sync.announce(tx, slug)
    return deployment.id
  })
  await sync.refresh(slug)
  live.publish({ type: 'deployment', slug, stage: input.stage, deployment: discarded })
  live.publish({ type: 'stages', slug })
}
