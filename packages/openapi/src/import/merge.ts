import type { Api, ApiRecord, Definition, RecordId } from '@penstock/model'
import { recordsOf, servedRecords } from '@penstock/model'

/** What is there, with what the document says on top: methods and named parts are replaced as a whole. */
export function mergeDefinitions(existing: Definition, imported: Definition): Map<RecordId, ApiRecord> {
  const out = new Map(existing)
  for (const [id, record] of imported) {
    const before = existing.get(id)
    if (record.kind === 'api' && before?.kind === 'api') out.set(id, mergeApi(before, record))
    else if (record.kind === 'resource' && before?.kind === 'resource' && !record.declared)
      out.set(id, before)
    else out.set(id, record)
  }
  return withoutOrphans(out, existing)
}

/** What the document says, and of what is there only that which documents have no words for. */
export function overwriteDefinition(existing: Definition, imported: Definition): Map<RecordId, ApiRecord> {
  const out = new Map(imported)
  const keep = (id: RecordId | undefined) => {
    const record = id === undefined ? undefined : existing.get(id)
    if (record && !out.has(record.id)) out.set(record.id, record)
  }
  for (const { id } of recordsOf(existing, 'function')) keep(id)
  for (const integration of recordsOf(imported, 'integration')) keep(integration.upstream)
  return out
}

function mergeApi(before: Api, after: Api): Api {
  const binaryMediaTypes = [
    ...new Set([...(before.binaryMediaTypes ?? []), ...(after.binaryMediaTypes ?? [])]),
  ]
  const merged: Api = {
    ...before,
    ...after,
    // The draft's own nature is not the document's to change.
    type: before.type,
    compatibility: before.compatibility,
    dialect: before.dialect,
    openapiVersion: before.openapiVersion,
    info: before.info || after.info ? { ...before.info, ...after.info } : undefined,
    rest: before.rest || after.rest ? { ...before.rest, ...after.rest } : undefined,
    binaryMediaTypes: binaryMediaTypes.length > 0 ? binaryMediaTypes : undefined,
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Api
}

/** Without the integrations that something used before and none uses any more: they have been replaced. */
function withoutOrphans(records: Map<RecordId, ApiRecord>, existing: Definition): Map<RecordId, ApiRecord> {
  const used = new Set<RecordId | undefined>()
  for (const { integration } of servedRecords(records)) used.add(integration)
  for (const { integration } of servedRecords(existing)) {
    if (integration !== undefined && !used.has(integration)) records.delete(integration)
  }
  return records
}
