import type { OverrideLevel, VerdictOverride } from '@penstock/diff'
import type { DeploymentModel } from '@penstock/prisma'
import type { Executor } from './executor.ts'
import { keptActor } from './kept-actor.ts'

/** What people said that checks mean for an API, by the id of the check. */
export async function overridesOf(db: Executor, apiId: string): Promise<VerdictOverride[]> {
  const rows = await db.checkOverride.findMany({ where: { apiId }, orderBy: { check: 'asc' } })
  return rows.map(({ check, level, reason, author, authorKind, authorId, createdAt }) => ({
    check,
    level: level as OverrideLevel,
    reason,
    by: author,
    actor: keptActor(authorKind, authorId),
    at: createdAt.toISOString(),
  }))
}

/** What they said when something was deployed: what was judged then stays judged, whatever is said later. */
export function overridesThen({ overrides }: Pick<DeploymentModel, 'overrides'>): VerdictOverride[] {
  return JSON.parse(overrides) as VerdictOverride[]
}
