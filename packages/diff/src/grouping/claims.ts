import type { ApiRecord, Definition, RecordId, RecordsDiff } from '@penstock/model'

/**
 * Which records changed because of another one: what a person did is one change, however many records it moved. Each
 * record is claimed once, by the first who asks.
 *
 *     met_delete (removed) ──► int_mock (removed), res_owner (removed), res_repos (removed)
 */
export class Claims {
  readonly before: Definition
  readonly after: Definition
  readonly diff: RecordsDiff
  private readonly owners = new Map<RecordId, RecordId>()
  private readonly speakers = new Set<RecordId>()

  constructor(before: Definition, after: Definition, diff: RecordsDiff) {
    this.before = before
    this.after = after
    this.diff = diff
  }

  /** Takes a record that was added or removed; false when it was not, or when another change has it. */
  claim(side: 'added' | 'removed', id: RecordId | null | undefined, owner: RecordId): boolean {
    if (id === undefined || id === null || id === owner) return false
    return Object.hasOwn(this.diff[side], id) && this.take(id, owner)
  }

  /** Takes any changed record; false when another change has it, or when it speaks for itself. */
  take(id: RecordId, owner: RecordId): boolean {
    if (this.owners.has(id) || this.speakers.has(id)) return false
    this.owners.set(id, owner)
    return true
  }

  /** From now on no other change may take this record. */
  speaksForItself(id: RecordId): void {
    this.speakers.add(id)
  }

  isClaimed(id: RecordId): boolean {
    return this.owners.has(id)
  }

  /** Owner → what it claimed, with what that claimed in turn. */
  byOwner(): Map<RecordId, RecordId[]> {
    const groups = new Map<RecordId, RecordId[]>()
    for (const id of this.owners.keys()) {
      let owner = this.owners.get(id)!
      for (let next = this.owners.get(owner); next !== undefined; next = this.owners.get(owner)) owner = next
      const group = groups.get(owner)
      if (group) group.push(id)
      else groups.set(owner, [id])
    }
    return groups
  }
}

/** Records of one kind on one side of a diff, in order of their ids, so that who asks first is always the same. */
export function ordered<R extends ApiRecord>(
  records: Readonly<Record<RecordId, ApiRecord>>,
  kind: R['kind'],
): R[] {
  return Object.keys(records)
    .filter((id) => records[id]!.kind === kind)
    .sort()
    .map((id) => records[id] as R)
}

export function orderedUpdates<R extends ApiRecord>(diff: RecordsDiff, kind: R['kind']): (readonly [R, R])[] {
  return Object.keys(diff.updated)
    .filter((id) => diff.updated[id]![1].kind === kind)
    .sort()
    .map((id) => diff.updated[id] as unknown as readonly [R, R])
}
