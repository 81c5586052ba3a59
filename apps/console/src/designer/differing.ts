import type { ApiRecord, Definition, RecordId } from '@penstock/model'

/** Records that are not the same objects: what is shared between two contents is. */
export function* differing(
  before: Definition,
  after: Definition,
): Generator<readonly [RecordId, ApiRecord | null]> {
  for (const id of before.keys()) if (!after.has(id)) yield [id, null]
  for (const [id, record] of after) if (before.get(id) !== record) yield [id, record]
}
