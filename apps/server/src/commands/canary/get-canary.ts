import { AppError } from '@penstock/errors'
import { type Canary, canaryOf } from '../../store/canary.ts'
import type { StageRow } from '../../store/stages.ts'

/** Which canary, and of what, as somebody saw it when they decided. */
export interface CanarySeen {
  readonly slug: string
  readonly stage: string
  /** Id of the canary's deployment. Absent: whatever the canary is now. */
  readonly deploymentId?: string | undefined
  /** Id of what the stage serves. Absent: whatever that is now. */
  readonly from?: string | undefined
}

/** Passes where the canary is there as it was seen; throws what `getCanary` throws, also where its stage is gone. */
export function requireCanary(stage: StageRow | null, seen: CanarySeen): void {
  if (stage === null)
    throw new AppError('CANARY_NOT_FOUND', { params: { slug: seen.slug, stage: seen.stage } })
  getCanary(stage, seen)
}

/** The canary of a stage. Throws CANARY_NOT_FOUND, and CANARY_STALE where it or the stage is not what was seen. */
export function getCanary(stage: StageRow, { slug, deploymentId, from }: CanarySeen): Canary {
  const canary = canaryOf(stage)
  if (!canary) throw new AppError('CANARY_NOT_FOUND', { params: { slug, stage: stage.name } })
  const isSeen = (seen: string | undefined, now: string | null) => seen === undefined || seen === now
  if (!isSeen(deploymentId, canary.deployment.id) || !isSeen(from, stage.deploymentId))
    throw new AppError('CANARY_STALE', {
      params: {
        stage: stage.name,
        canary: `v${canary.deployment.version}`,
        live: stage.deployment ? `v${stage.deployment.version}` : 'nothing',
      },
      details: { canary: canary.deployment.id, live: stage.deploymentId },
    })
  return canary
}
