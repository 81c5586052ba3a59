import type { Definition } from '@penstock/model'
import type { Manifest } from '@penstock/model/snapshot'
import { missingBodies, writeBodies } from './bodies.ts'
import { contentOf } from './content.ts'
import type { Executor } from './executor.ts'

/**
 * Inside the transaction that comes to refer to what a draft was: writes the bodies of it again that were collected
 * since. `definition` is what `manifest` lists.
 */
export async function restoreRecords(
  tx: Executor,
  manifest: Manifest,
  definition: Definition,
): Promise<void> {
  const ids = new Map<string, string>()
  for (const { entries } of manifest.buckets.values()) for (const [id, hash] of entries) ids.set(hash, id)
  const missing = await missingBodies(tx, [...ids.keys()])
  await writeBodies(
    tx,
    missing.map((hash) => contentOf(definition.get(ids.get(hash)!)!)),
  )
}
