import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { CommandContext } from './context.ts'

/** The API with its draft, stages and history. Only the audit log still knows of it. */
export async function removeApi(context: CommandContext, { slug }: { readonly slug: string }): Promise<void> {
  const { clock, drafts, live, sync, actor } = context
  const removed = await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    // Stages first: they hold on to the deployments that they serve.
    await tx.stage.deleteMany({ where: { apiId: api.id } })
    await tx.api.delete({ where: { id: api.id } })
    await audit(tx, clock.now(), actor, { api, action: 'remove-api', data: { name: api.name } })
    await sync.announce(tx, slug)
    return api
  })
  drafts.forget(removed.id)
  await sync.refresh(slug)
  live.publish({ type: 'apis' })
  live.publish({ type: 'stages', slug })
}
