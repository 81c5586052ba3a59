import { AppError } from '@penstock/errors'
import { canaryOf } from '../../store/canary.ts'
import type { StageRow } from '../../store/stages.ts'

/**
 * While some of a stage's requests go to a canary nothing else is deployed to it: what the canary is compared with, and
 * what promoting it would change, stays what was looked at. Throws CANARY_PRESENT.
 */
export function refuseBesideCanary(stage: StageRow | null): void {
  const canary = stage && canaryOf(stage)
  if (!canary) return
  const { deployment, percentTraffic } = canary
  throw new AppError('CANARY_PRESENT', {
    params: { stage: stage.name, canary: `v${deployment.version}` },
    details: { deployment: deployment.id, version: deployment.version, percentTraffic },
  })
}
