import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { CommandContext } from './context.ts'

export interface UpdatePortalInput {
  readonly slug: string
  readonly visibility: 'off' | 'signed-in' | 'public'
}

/** Who may read the portal of an API. */
export async function updatePortal(
  context: CommandContext,
  { slug, visibility }: UpdatePortalInput,
): Promise<void> {
  const { clock, live, actor } = context
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    await tx.api.update({ where: { id: api.id }, data: { portal: visibility } })
    await audit(tx, clock.now(), actor, { api, action: 'update-portal', data: { visibility } })
  })
  live.publish({ type: 'apis' })
}
