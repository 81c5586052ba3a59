import type { RecordId } from '@penstock/model'

/** Names a part of a record that can be selected by itself: a step of a method's flow, `met_1#validation`. */
export function partId(record: RecordId, part: string): string {
  return `${record}#${part}`
}

/** The record that an id names, or whose part it names. */
export function recordOfPart(id: string): RecordId {
  const at = id.indexOf('#')
  return at < 0 ? id : id.slice(0, at)
}

/** Which part of a record an id names; null for the record itself. */
export function partOf(id: string): string | null {
  const at = id.indexOf('#')
  return at < 0 ? null : id.slice(at + 1)
}
