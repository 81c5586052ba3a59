import type { StageCache, StageThrottle } from '@penstock/bundle'
import { limitableMethods } from '@penstock/bundle/build'
import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { nearestName } from '../store/nearest-name.ts'
import { cacheOf, findStage, throttleOf } from '../store/stages.ts'

/**
 * Throws INVALID_INPUT for settings of methods, limits or caches, that would hold for nothing: of a WebSocket API, or of
 * methods that neither the draft nor what the stage serves has. One that the stage has already may be sent again.
 */
export async function refuseIdleSettings(
  { db, drafts, snapshots }: Pick<Core, 'db' | 'drafts' | 'snapshots'>,
  slug: string,
  stage: string,
  { methods = {} }: StageThrottle | StageCache,
): Promise<void> {
  const { apiId, definition } = await drafts.open(slug)
  const known = new Set(limitableMethods(definition))
  const row = await findStage(db, apiId, stage)
  for (const held of row ? [throttleOf(row), cacheOf(row)] : [])
    for (const name of Object.keys(held?.methods ?? {})) known.add(name)
  const served = row?.deployment
  if (served)
    for (const name of limitableMethods(await snapshots.definition(served.snapshotRoot))) known.add(name)
  if ([...definition.values()].some((record) => record.kind === 'api' && record.type === 'WEBSOCKET'))
    throw refused(
      'Limits are of methods, and a WebSocket API has none: it is neither limited nor cached in this version.',
    )
  const unknown = Object.keys(methods).find((name) => !known.has(name))
  if (unknown === undefined) return
  const nearest = nearestName(unknown, [...known])
  const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
  throw refused(
    `Neither the draft nor ${stage} has "${unknown}", so that setting would hold for nothing.${meant}`,
  )
}

function refused(reason: string): AppError {
  return new AppError('INVALID_INPUT', { params: { reason } })
}
