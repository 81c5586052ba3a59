import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { getStage } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import type { CommandContext } from './context.ts'

export interface UpdateStageInput {
  readonly slug: string
  /** Also the preview. */
  readonly stage: string
  /** All of them: what is not here is gone. */
  readonly variables: Readonly<Record<string, string>>
}

/** Replaces a stage's settings, which take effect at once. Values are not written to the audit log: they may be secret. */
export async function updateStage(
  context: CommandContext,
  { slug, stage: name, variables }: UpdateStageInput,
): Promise<void> {
  const { clock, live, sync, actor } = context
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const now = clock.now()
    const text = JSON.stringify(variables)
    if (name === previewStage) {
      await tx.api.update({ where: { id: api.id }, data: { previewVariables: text } })
    } else {
      const { id } = await getStage(tx, api, name)
      await tx.stage.update({ where: { id }, data: { variables: text, updatedAt: now } })
    }
    const data = { stage: name, variables: Object.keys(variables) }
    await audit(tx, now, actor, { api, action: 'update-stage', data })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}
