import type { TargetHealth } from '@penstock/bundle'
import type { CompiledStage } from '../compiled-stage.ts'
import type { RoutingTable } from '../runtime.ts'
import type { Member } from './member.ts'

/** How the targets of all that is served are at `now`, a time of the gateway's clock that is `epoch` in the world's at 0. */
export function healthOfStages(table: RoutingTable, now: number, epoch: number): TargetHealth[] {
  const found: TargetHealth[] = []
  for (const stages of table.apis.values())
    for (const stage of stages.values()) found.push(...healthOfStage(stage, now, epoch))
  return found
}

/** A target that both sides of a stage call is told as the stage's own deployment finds it. */
function healthOfStage(stage: CompiledStage, now: number, epoch: number): Iterable<TargetHealth> {
  const found = new Map<string, TargetHealth>()
  const sides = stage.canary === null ? [stage] : [stage, stage.canary.stage]
  for (const side of sides)
    for (const { rules, members } of side.pools)
      for (const member of members) {
        const of = { api: stage.slug, stage: stage.name, upstream: rules.name, target: member.origin }
        const key = JSON.stringify(of)
        if (!found.has(key)) found.set(key, { ...of, ...healthOf(member, now, epoch) })
      }
  return found.values()
}

function healthOf(
  member: Member,
  now: number,
  epoch: number,
): Pick<TargetHealth, 'state' | 'since' | 'error'> {
  const { state, since, error } = member.condition(now)
  if (state === 'healthy') return { state }
  return {
    state,
    ...(since !== null && { since: Math.round(epoch + since) }),
    ...(error !== null && { error: error.slice(0, 500) }),
  }
}
