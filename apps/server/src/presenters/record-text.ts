import { renderDocument } from '@penstock/openapi'
import {
  type ApiRecord,
  canonicalize,
  type Definition,
  type JsonObject,
  kindOf,
  type RecordId,
} from '@penstock/model'
import { type Manifest, maskSecrets } from '@penstock/model/snapshot'
import type { Core } from '../core.ts'
import type { RecordText } from './record-text-view.ts'

/** One record as a snapshot has it and as a definition has it. Without a snapshot there is no before. */
export async function presentRecordBetween(
  core: Core,
  root: string | undefined,
  definition: Definition,
  id: RecordId,
): Promise<RecordText> {
  const after = definition.get(id)
  const manifest = root === undefined ? undefined : await core.snapshots.manifest(root)
  const before = manifest && (await deployed(core, manifest, [id])).get(id)
  const named = before && manifest ? await deployed(core, manifest, referencesOf(before)) : new Map()
  return {
    before: before ? textOf(maskSecrets(before), (other) => named.get(other)) : null,
    after: after ? textOf(maskSecrets(after, before), (other) => definition.get(other)) : null,
  }
}

/** Those of the records that the snapshot has. */
async function deployed({ snapshots }: Core, manifest: Manifest, ids: readonly RecordId[]) {
  const buckets = [...manifest.buckets.values()]
  const there = ids.filter((id) => buckets.some(({ entries }) => entries.has(id)))
  return snapshots.records(manifest, there)
}

function referencesOf(record: ApiRecord): RecordId[] {
  return kindOf(record.kind)
    .references(record)
    .map(({ id }) => id)
}

/** YAML without our ids: another record is called by its name. */
function textOf(record: ApiRecord, find: (id: RecordId) => ApiRecord | undefined): string {
  const { id: _, kind: __, ...fields } = canonicalize(record) as ApiRecord & JsonObject
  const text: JsonObject = { ...fields }
  for (const { path, id } of kindOf(record.kind).references(record)) {
    const [field] = path
    const target = find(id)
    if (path.length === 1 && field !== undefined && target) text[field] = kindOf(target.kind).label(target)
  }
  return renderDocument(text, 'yaml')
}
