import type { StageCache, StageLimits, StageThrottle } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import type { Json } from '@penstock/model'
import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { cacheOf, getStage } from '../store/stages.ts'
import { previewStage } from '../sync/sync.ts'
import type { CommandContext } from './context.ts'
import { refuseIdleSettings } from './refuse-idle-settings.ts'
import { refuseLimits } from './refuse-limits.ts'

export interface UpdateStageInput {
  readonly slug: string
  /** Also the preview. */
  readonly stage: string
  /** All of them: what is not here is gone. Absent: they stay. */
  readonly variables?: Readonly<Record<string, string>> | undefined
  /** How many people have to approve a deploy request; 0: anybody may deploy directly. Absent: it stays. */
  readonly requiredApprovals?: number | undefined
  /** How often its methods may be called; null: no limit. Absent: it stays. */
  readonly throttle?: StageThrottle | null | undefined
  /** How answers are kept; null: none are. Absent: it stays. */
  readonly cache?: Omit<StageCache, 'flushedAt'> | null | undefined
  /** Forget what is kept. */
  readonly flushCache?: true | undefined
  /** What differs from the limits of the API's mode; null: nothing. Absent: it stays. */
  readonly limits?: StageLimits | null | undefined
}

/** Sets a stage's settings, which take effect at once. Values are not written to the audit log: they may be secret. */
export async function updateStage(
  context: CommandContext,
  { slug, stage: name, variables, requiredApprovals, throttle, cache, flushCache, limits }: UpdateStageInput,
): Promise<void> {
  const { clock, live, sync, actor } = context
  await refuseIdleSettings(context, slug, name, { throttle, cache })
  if (limits) await refuseLimits(context, slug, limits)
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const now = clock.now()
    const text = variables && JSON.stringify(variables)
    if (name === previewStage) {
      if (requiredApprovals)
        throw new AppError('INVALID_INPUT', {
          params: { reason: 'The preview follows the draft by itself: nobody approves it.' },
        })
      if (throttle)
        throw new AppError('INVALID_INPUT', {
          params: { reason: 'The preview has no limits: only those who have its token call it.' },
        })
      if (cache || flushCache)
        throw new AppError('INVALID_INPUT', {
          params: { reason: 'The preview has no cache: what it shows is what the draft is now.' },
        })
      if (limits)
        throw new AppError('INVALID_INPUT', {
          params: { reason: "The preview has the limits of the API's mode, and no others." },
        })
      if (text !== undefined) await tx.api.update({ where: { id: api.id }, data: { previewVariables: text } })
    } else {
      const stage = await getStage(tx, api, name)
      const { id } = stage
      const set = {
        ...(text === undefined ? {} : { variables: text }),
        ...defined({ requiredApprovals }),
        ...throttleColumn(throttle),
        ...limitsColumn(limits),
        ...cacheColumn(cacheOf(stage), cache, flushCache === true, now),
      }
      await tx.stage.update({ where: { id }, data: { ...set, updatedAt: now } })
    }
    const data = {
      stage: name,
      ...(variables ? { variables: Object.keys(variables) } : {}),
      ...defined({ requiredApprovals }),
      ...(throttle === undefined ? {} : { throttle: throttle as Json }),
      ...(cache === undefined ? {} : { cache: cache as Json }),
      ...(flushCache ? { flushCache } : {}),
      ...(limits === undefined ? {} : { limits: limits as Json }),
    }
    await audit(tx, now, actor, { api, action: 'update-stage', data })
    await sync.announce(tx, slug)
  })
  await sync.refresh(slug)
  live.publish({ type: 'stages', slug })
}

function throttleColumn(throttle: StageThrottle | null | undefined) {
  if (throttle === undefined) return {}
  return { throttle: throttle === null ? null : JSON.stringify(throttle) }
}

/** Nothing that differs is nothing. */
function limitsColumn(limits: StageLimits | null | undefined) {
  if (limits === undefined) return {}
  return { limits: limits === null || Object.keys(limits).length === 0 ? null : JSON.stringify(limits) }
}

/** Whether answers are kept that were not, of the stage or of a method. */
function isSwitchedOn(known: StageCache, set: Omit<StageCache, 'flushedAt'>): boolean {
  const isNew = (name: string) =>
    set.methods?.[name]?.enabled === true && known.methods?.[name]?.enabled !== true
  return (set.enabled === true && known.enabled !== true) || Object.keys(set.methods ?? {}).some(isNew)
}

/** What is switched on begins with nothing, as what is flushed does; other settings leave what is kept. */
function cacheColumn(
  known: StageCache | null,
  wanted: Omit<StageCache, 'flushedAt'> | null | undefined,
  flush: boolean,
  now: Date,
) {
  const set = wanted === undefined ? known : wanted
  if (set === null) return wanted === undefined ? {} : { cache: null }
  // Two flushes within a millisecond are two.
  const next = Math.max(now.getTime(), (known?.flushedAt ?? 0) + 1)
  const flushedAt = flush || known === null || isSwitchedOn(known, set) ? next : known.flushedAt
  return { cache: JSON.stringify({ ...set, ...(flushedAt === undefined ? {} : { flushedAt }) }) }
}

function defined({ requiredApprovals }: Pick<UpdateStageInput, 'requiredApprovals'>) {
  return requiredApprovals === undefined ? {} : { requiredApprovals }
}
