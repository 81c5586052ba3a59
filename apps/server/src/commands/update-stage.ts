import { lockApi } from '../store/apis.ts'
import { audit } from '../store/audit.ts'
import { transact } from '../store/executor.ts'
import { getStage } from '../store/stages.ts'
import type { CommandContext } from './context.ts'

export interface UpdateStageInput {
  readonly slug: string
  readonly stage: string
  /** All of them: what is not here is gone. */
  readonly variables: Readonly<Record<string, string>>
}

/** Replaces a stage's settings, which take effect at once. Values are not written to the audit log: they may be secret. */
export async function updateStage(
  context: CommandContext,
  { slug, stage: name, variables }: UpdateStageInput,
): Promise<void> {
  const { db, clock, live, sync, actor } = context
  await transact(db, async (tx) => {
    const api = await lockApi(tx, slug)
    const stage = await getStage(tx, api, name)
    const now = clock.now()
    await tx.stage.update({
      where: { id: stage.id },
      data: { variables: JSON.stringify(variables), updatedAt: now },
    })
    const data = { stage: name, variables: Object.keys(variables) }
    await audit(tx, now, actor, { api: slug, action: 'update-stage', data })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}
