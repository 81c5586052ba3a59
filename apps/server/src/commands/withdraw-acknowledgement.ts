import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { CommandContext } from './context.ts'

export interface WithdrawAcknowledgementInput {
  readonly slug: string
  readonly stage: string
  readonly changes: readonly string[]
}

/** Nobody takes the changes upon themselves any more. One that nobody acknowledged is left as it is. */
export async function withdrawAcknowledgement(
  context: CommandContext,
  { slug, stage, changes }: WithdrawAcknowledgementInput,
): Promise<void> {
  const { clock, live, actor } = context
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const { count } = await tx.changeAcknowledgement.deleteMany({
      where: { apiId: api.id, stage, changeId: { in: [...changes] } },
    })
    if (count === 0) return
    await audit(tx, clock.now(), actor, {
      api,
      action: 'withdraw-acknowledgement',
      data: { stage, count, changes: changes.slice(0, 20) },
    })
  })
  live.publish({ type: 'stages', slug })
}
