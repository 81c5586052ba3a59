import type { RecordId } from '@penstock/model'

/** Record → ids of what people said of it. */
export type Notes = ReadonlyMap<RecordId, readonly string[]>

/** What is said of each drawn node: of its record, and of those that are closed in it. */
export function notesOfNodes(notes: Notes, nodeFor: (id: RecordId) => RecordId | null): Notes {
  const drawn = new Map<RecordId, readonly string[]>()
  for (const [record, said] of notes) {
    const node = nodeFor(record)
    if (node !== null) drawn.set(node, [...(drawn.get(node) ?? []), ...said])
  }
  return drawn
}
