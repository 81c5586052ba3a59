import type { ApiRecord, Json, JsonObject, RecordId, RecordKind } from '@penstock/model'
import { canonicalize } from '@penstock/model'
import type { IdMaker } from '../ids.ts'
import type { Reporter } from '../report.ts'
import { escapeToken } from '../pointer.ts'

/** What the parts of one import share: the records made so far, ids, the report. */
export interface ImportScope {
  readonly id: IdMaker
  readonly report: Reporter
  readonly records: Map<RecordId, ApiRecord>
  readonly compatibility: 'native' | 'aws'
  /** Whether what Amazon refuses is refused; otherwise it is a warning, since the rest of the document is worth having. */
  readonly strict: boolean
  readonly apiType: 'REST' | 'HTTP' | 'WEBSOCKET'
  /** Put before every path by the basepath option; empty without. */
  readonly basePath: string
  /** Follows one `$ref` inside the document; anything else comes back as it is. */
  resolve(value: JsonObject): JsonObject
}

/** Adds a record in canonical form, so that what is exported later is what was stored. */
export function addRecord<R extends ApiRecord>(scope: ImportScope, record: R): R {
  const canonical = canonicalize(record)
  scope.records.set(record.id, canonical)
  return canonical
}

export function hasRecord(scope: ImportScope, kind: RecordKind, id: RecordId): boolean {
  return scope.records.get(id)?.kind === kind
}

/** A line in the report for each member that a record keeps without a field for it. */
export function reportRest(
  scope: ImportScope,
  pointer: string,
  rest: Readonly<Record<string, Json>> | undefined,
  reasons: Readonly<Record<string, string>> = {},
): void {
  for (const key in rest) {
    if (key.startsWith('x-penstock-')) continue
    const reason =
      reasons[key] ?? (key.startsWith('x-') ? 'An extension that Penstock does not know.' : documentsOnly)
    scope.report.kept(`${pointer}/${escapeToken(key)}`, key, reason)
  }
}

const documentsOnly = 'Documents the API; it has no effect on traffic.'
