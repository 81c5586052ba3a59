import type { ApiRecord, Definition, RecordId, RecordKind, RecordOf, RecordsDiff } from '@penstock/model'

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
  private readonly lists = new Map<string, readonly ApiRecord[]>()

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

  /** Records of one kind that were added or removed, in order of their ids, so that who asks first is always the same. */
  ordered<K extends RecordKind>(side: 'added' | 'removed', kind: K): readonly RecordOf<K>[] {
    const key = `${side} ${kind}`
    let list = this.lists.get(key)
    if (!list) {
      const records = this.diff[side]
      const ids = Object.keys(records).filter((id) => records[id]!.kind === kind)
      this.lists.set(key, (list = ids.sort().map((id) => records[id]!)))
    }
    return list as readonly RecordOf<K>[]
  }

  /** The same for what was updated: each before and after. */
  orderedUpdates<K extends RecordKind>(kind: K): (readonly [RecordOf<K>, RecordOf<K>])[] {
    const { updated } = this.diff
    const ids = Object.keys(updated).filter((id) => updated[id]![1].kind === kind)
    return ids.sort().map((id) => updated[id] as unknown as readonly [RecordOf<K>, RecordOf<K>])
  }
}
