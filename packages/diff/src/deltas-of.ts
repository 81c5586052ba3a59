import { type ApiRecord, canonicalize, type Definition, kindOf, type Location } from '@penstock/model'
import type { Delta, Emit } from './delta.ts'
import { sameJson } from './json.ts'
import { comparisonOf } from './kinds/index.ts'
import { withoutWords } from './operation/documentation-fields.ts'
import { isThere, placeIn } from './place-in.ts'

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
  const emit: Emit = (type, path, payload, pathBefore = path) => {
    const places = placesOf(from, to, path, pathBefore)
    deltas.push({ ...payload, ...places, type, subject } as unknown as Delta)
  }
  if (from && to) {
    const [was, is] = [canonicalize(from), canonicalize(to)]
    comparisonOf(to).compare({ before, after, from: was, to: is, emit })
    if (deltas.length > 0) return deltas
    if (sameJson(withoutWords(was), withoutWords(is)))
      emit('documentation-changed', [], { fields: ['words'] })
    else emit('same-meaning', [], {})
    return deltas
  }
  comparisonOf(record).announce?.({ record, action: to ? 'added' : 'removed', emit })
  if (deltas.length > 0) return deltas
  const label = record.kind === 'resource' ? subject : kindOf(record.kind).label(record)
  emit(to ? 'record-added' : 'record-removed', [], { kind: record.kind, label })
  return deltas
}

interface Places {
  readonly location: Location
  readonly before?: Location
  readonly after?: Location
}

function placesOf(
  from: ApiRecord | undefined,
  to: ApiRecord | undefined,
  path: readonly (string | number)[],
  pathBefore: readonly (string | number)[],
): Places {
  const before = from && placeIn(from, pathBefore)
  const after = to && placeIn(to, path)
  // Of what is gone from a list, only the list is left.
  const isGone =
    from && (!to || (isThere(from, pathBefore) && (!isThere(to, path) || path.length < pathBefore.length)))
  return {
    location: (isGone ? before : after) ?? { record: '' },
    ...(before && { before }),
    ...(after && { after }),
  }
}
