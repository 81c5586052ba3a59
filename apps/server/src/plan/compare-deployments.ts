import { type Change, overrideVerdicts } from '@penstock/diff'
import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { findApi } from '../store/apis.ts'
import { overridesOf, overridesThen } from '../store/check-overrides.ts'

export interface DeploymentsCompared {
  readonly slug: string
  readonly from: string
  readonly to: string
  /** As it was judged when the second was deployed, which is history; or as it would be if it was deployed now. */
  readonly judged?: 'then' | 'now' | undefined
}

/** What changed from one deployment of an API to another, judged like a plan. */
export async function compareDeployments(
  { db, snapshots, planner }: Core,
  { slug, from, to, judged = 'then' }: DeploymentsCompared,
): Promise<Change[]> {
  const api = await findApi(db, slug)
  const rows = await db.deployment.findMany({ where: { apiId: api.id, id: { in: [from, to] } } })
  const named = (id: string) => {
    const row = rows.find((deployment) => deployment.id === id)
    if (!row) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug } })
    return row
  }
  const [before, after] = [named(from), named(to)]
  const changes = await planner.compare(
    await snapshots.manifest(before.snapshotRoot),
    await snapshots.manifest(after.snapshotRoot),
    await snapshots.definition(after.snapshotRoot),
  )
  return overrideVerdicts(changes, judged === 'now' ? await overridesOf(db, api.id) : overridesThen(after))
}
