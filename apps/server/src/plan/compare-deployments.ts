import { type Change, overrideVerdicts } from '@penstock/diff'
import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { findApi } from '../store/apis.ts'
import { overridesOf } from '../store/check-overrides.ts'

/** What changed from one deployment of an API to another, judged like a plan. */
export async function compareDeployments(
  { db, snapshots, planner }: Core,
  { slug, from, to }: { readonly slug: string; readonly from: string; readonly to: string },
): Promise<Change[]> {
  const api = await findApi(db, slug)
  const rows = await db.deployment.findMany({ where: { apiId: api.id, id: { in: [from, to] } } })
  const rootOf = (id: string) => {
    const row = rows.find((deployment) => deployment.id === id)
    if (!row) throw new AppError('DEPLOYMENT_NOT_FOUND', { params: { slug } })
    return row.snapshotRoot
  }
  const [before, after] = [rootOf(from), rootOf(to)]
  const changes = await planner.compare(
    await snapshots.manifest(before),
    await snapshots.manifest(after),
    await snapshots.definition(after),
  )
  return overrideVerdicts(changes, await overridesOf(db, api.id))
}
