import { type ApiRecord, canonicalJson } from '@penstock/model'

export interface MergedRecord {
  /** Their record with my changes on top. Where both changed a field theirs stands, unless mine was to be kept. */
  readonly record: ApiRecord
  /** Fields that both sides changed, and not to the same value. */
  readonly overlapping: readonly string[]
}

/**
 * Three-way merge by the record's own fields: `mine` and `theirs` both come from `base`. `keepsMine` says of which of the
 * fields that both changed mine stands.
 */
export function mergeRecord(
  base: ApiRecord,
  mine: ApiRecord,
  theirs: ApiRecord,
  keepsMine: (field: string) => boolean = () => false,
): MergedRecord {
  const merged: Record<string, unknown> = { ...theirs }
  const overlapping: string[] = []
  const [b, m, t] = [fields(base), fields(mine), fields(theirs)]
  for (const key of new Set([...Object.keys(b), ...Object.keys(m)])) {
    if (same(b[key], m[key]) || same(t[key], m[key])) continue
    const isOverlapping = !same(b[key], t[key])
    if (isOverlapping) overlapping.push(key)
    if (isOverlapping && !keepsMine(key)) continue
    if (m[key] === undefined) delete merged[key]
    else merged[key] = m[key]
  }
  return { record: merged as unknown as ApiRecord, overlapping }
}

/** The names of the fields in which two records differ. */
export function changedFields(from: ApiRecord, to: ApiRecord): string[] {
  const [a, b] = [fields(from), fields(to)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key]))
}

function fields(record: ApiRecord): Record<string, unknown> {
  return record as unknown as Record<string, unknown>
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}
