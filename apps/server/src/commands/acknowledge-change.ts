import { AppError } from '@penstock/errors'
import { fingerprintOf } from '../store/acknowledgements.ts'
import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { CommandContext } from './context.ts'
import { makePlan } from './plan.ts'

export interface AcknowledgeChangeInput {
  readonly slug: string
  readonly stage: string
  /** Id of a change of the plan. */
  readonly change: string
  readonly reason: string
}

/**
 * Somebody takes a staged change upon themselves, as it is now: once it becomes another it is not acknowledged any
 * more. Another acknowledgement of the same change replaces this one. Throws ACKNOWLEDGEMENT_UNKNOWN.
 */
export async function acknowledgeChange(
  context: CommandContext,
  { slug, stage, change: id, reason }: AcknowledgeChangeInput,
): Promise<void> {
  const { clock, live, actor } = context
  const plan = await makePlan(context, { slug, stage })
  const change = plan.changes.find((candidate) => candidate.id === id)
  if (!change) throw new AppError('ACKNOWLEDGEMENT_UNKNOWN', { params: { names: id, stage } })
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const now = clock.now()
    const said = { fingerprint: fingerprintOf(change), reason, author: actor.name, createdAt: now }
    const where = { apiId: api.id, stage, changeId: id }
    await tx.changeAcknowledgement.upsert({
      where: { apiId_stage_changeId: where },
      create: { ...where, ...said },
      update: said,
    })
    const { title, verdict } = change
    const data = { stage, change: id, title, verdict, reason }
    await audit(tx, now, actor, { api, action: 'acknowledge-change', data })
  })
  live.publish({ type: 'stages', slug })
}
