import type { StageCache, StageThrottle } from '@penstock/bundle'
import { limitableMethods } from '@penstock/bundle/build'
import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { nearestName } from '../store/nearest-name.ts'
import { cacheOf, findStage, throttleOf } from '../store/stages.ts'

interface OfMethods {
  readonly throttle?: StageThrottle | null | undefined
  readonly cache?: StageCache | null | undefined
}

/**
 * Throws INVALID_INPUT for settings of methods, limits or caches, that would hold for nothing: of a WebSocket API, or of
 * methods that neither the draft nor what the stage serves has. One that the stage has already may be sent again.
 */
export async function refuseIdleSettings(
  { db, drafts, snapshots }: Pick<Core, 'db' | 'drafts' | 'snapshots'>,
  slug: string,
  stage: string,
  settings: OfMethods,
): Promise<void> {
  const given = Object.entries(settings).filter(([, value]) => value)
  if (given.length === 0) return
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
  for (const [setting, value] of given) {
    const unknown = Object.keys(value?.methods ?? {}).find((name) => !known.has(name))
    if (unknown === undefined) continue
    const nearest = nearestName(unknown, [...known])
    const meant = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
    throw refused(
      `Neither the draft nor ${stage} has "${unknown}", so that setting would hold for nothing.${meant}`,
      [setting, 'methods', unknown],
    )
  }
}

/** `path`: of the member that is wrong, for a form to say so there. */
function refused(reason: string, path?: readonly string[]): AppError {
  const details = path && { issues: [{ path, message: reason }] }
  return new AppError('INVALID_INPUT', { params: { reason }, ...(details ? { details } : {}) })
}
