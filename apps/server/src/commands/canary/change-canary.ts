import { lockApi } from '../../store/apis.ts'
import { audit, transactAudited } from '../../store/audit.ts'
import { type CanarySettings, canaryText } from '../../store/canary.ts'
import { getStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import { type CanarySeen, getCanary } from './get-canary.ts'
import { refuseUnapproved } from './refuse-unapproved.ts'

export interface ChangeCanaryInput extends CanarySeen {
  /** Absent: it stays. */
  readonly percentTraffic?: number | undefined
  /** All of them: what is not here is gone. Absent: they stay. */
  readonly stageVariableOverrides?: Readonly<Record<string, string>> | undefined
  /** Null: chance decides of each request. Absent: it stays. */
  readonly sticky?: CanarySettings['sticky'] | null | undefined
}

/**
 * Sets how much of a stage's traffic its canary gets, and how; at once, without a deployment. Throws CANARY_NOT_FOUND and
 * CANARY_STALE, and what `refuseUnapproved` throws where it gets more. Values of variables are not written to the audit log: they may be secret.
 */
export async function changeCanary(context: CommandContext, input: ChangeCanaryInput): Promise<void> {
  const { clock, live, sync, actor } = context
  const { slug, percentTraffic, stageVariableOverrides, sticky } = input
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const stage = await getStage(tx, api, input.stage)
    const canary = getCanary(stage, input)
    if ((percentTraffic ?? 0) > canary.percentTraffic) await refuseUnapproved(tx, api, stage, canary)
    const now = clock.now()
    const next = {
      ...canary,
      ...(percentTraffic === undefined ? {} : { percentTraffic }),
      ...(stageVariableOverrides === undefined ? {} : { stageVariableOverrides }),
      ...(sticky === undefined ? {} : { sticky: sticky ?? undefined }),
    }
    await tx.stage.update({ where: { id: stage.id }, data: { canary: canaryText(next), updatedAt: now } })
    const data = {
      stage: stage.name,
      version: canary.deployment.version,
      percentTraffic: next.percentTraffic,
      before: canary.percentTraffic,
      ...(stageVariableOverrides && { variables: Object.keys(stageVariableOverrides) }),
      ...(sticky === undefined ? {} : { sticky }),
    }
    await audit(tx, now, actor, { api, action: 'update-canary', data })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}
