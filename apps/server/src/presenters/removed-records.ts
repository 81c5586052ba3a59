import type { ApiRecord } from '@penstock/model'
import { compareManifests } from '@penstock/model/snapshot'
import type { Core } from '../core.ts'
import { findStage } from '../store/stages.ts'

/** The records that the stage serves and the draft has no more. Costs what the difference costs. */
export async function presentRemoved(
  { db, drafts, snapshots, sealer }: Core,
  { slug, stage }: { readonly slug: string; readonly stage: string },
): Promise<ApiRecord[]> {
  const draft = await drafts.open(slug)
  const root = (await findStage(db, draft.apiId, stage))?.deployment?.snapshotRoot
  if (root === undefined) return []
  const manifest = await snapshots.manifest(root)
  const { removed } = compareManifests(manifest, draft.manifest)
  return [...(await snapshots.records(manifest, removed)).values()].map((record) =>
    sealer.seal(record, draft.apiId),
  )
}
