import { type ApiRecord, canonicalize, type Definition, kindOf, type Location } from '@penstock/model'
import type { Delta, Emit } from './delta.ts'
import { comparisonOf } from './kinds/index.ts'

interface Definitions {
  readonly before: Definition
  readonly after: Definition
}

/** The structural differences of one record, unjudged. A record that only came or went is one difference. */
export function deltasOf(
  { before, after }: Definitions,
  from: ApiRecord | undefined,
  to: ApiRecord | undefined,
): Delta[] {
  const record = to ?? from
  if (!record) return []
  const deltas: Delta[] = []
  const subject = comparisonOf(record).subject(to ? after : before, record)
  const emit: Emit = (type, path, payload) => {
    const location: Location = path.length ? { record: record.id, path } : { record: record.id }
    deltas.push({ ...payload, type, subject, location } as unknown as Delta)
  }
  if (from && to) {
    comparisonOf(to).compare({ before, after, from: canonicalize(from), to: canonicalize(to), emit })
    if (deltas.length === 0) emit('same-meaning', [], {})
  } else if (record.kind === 'method') emit(to ? 'operation-added' : 'operation-removed', [], {})
  else {
    const label = record.kind === 'resource' ? subject : kindOf(record.kind).label(record)
    emit(to ? 'record-added' : 'record-removed', [], { kind: record.kind, label })
  }
  return deltas
}
