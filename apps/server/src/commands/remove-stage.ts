import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { getStage } from '../store/stages.ts'
import type { CommandContext } from './context.ts'

/** The stage stops serving. What was deployed to it stays in the history; another of its name begins with no use. */
export async function removeStage(
  context: CommandContext,
  { slug, stage: name }: { readonly slug: string; readonly stage: string },
): Promise<void> {
  const { clock, live, sync, actor } = context
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const stage = await getStage(tx, api, name)
    await tx.stage.delete({ where: { id: stage.id } })
    await tx.changeAcknowledgement.deleteMany({ where: { apiId: api.id, stage: name } })
    const counted = { where: { apiId: api.id, stage: name } }
    await tx.routeUsage.deleteMany(counted)
    await tx.usageSince.deleteMany(counted)
    await audit(tx, clock.now(), actor, { api, action: 'remove-stage', data: { stage: name } })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}
