import { type ApiRecord, type RecordId, sameRecord } from '@penstock/model'
import type { SaveRequest } from './transport.ts'

/** More than these are not on their way at once: a save is tried again after a second at the earliest. */
const mostKept = 20

type Sent = Map<RecordId, ApiRecord | null>

/**
 * Saves of which nobody knows whether they came through: the answer was lost, perhaps after the server had saved. What it
 * tells of them later is the answer, not somebody else's change.
 */
export class Unanswered {
  readonly #saves = new Map<string, Sent>()

  /** The answer to this was lost. */
  add({ changeId, added, updated, removed }: SaveRequest): void {
    const sent: Sent = new Map()
    for (const record of added) sent.set(record.id, record)
    for (const { record } of updated) sent.set(record.id, record)
    for (const { id } of removed) sent.set(id, null)
    this.#saves.set(changeId, sent)
    for (const oldest of this.#saves.keys()) {
      if (this.#saves.size <= mostKept) break
      this.#saves.delete(oldest)
    }
  }

  /** What was sent with a change, if that was not answered; it is now. */
  take(changeId: string | null): ReadonlyMap<RecordId, ApiRecord | null> | null {
    if (changeId === null) return null
    const sent = this.#saves.get(changeId) ?? null
    this.#saves.delete(changeId)
    return sent
  }

  /** Later saves of these were answered: the server did not have the earlier ones, and does not take them any more. */
  settle(ids: readonly RecordId[]): void {
    for (const [changeId, sent] of this.#saves) {
      for (const id of ids) sent.delete(id)
      if (sent.size === 0) this.#saves.delete(changeId)
    }
  }

  /** Whether this is what one of them made of the record: then it came through. */
  has(id: RecordId, record: ApiRecord | null): boolean {
    return [...this.#saves.values()].some((sent) => {
      const mine = sent.get(id)
      if (mine === undefined) return false
      return mine === null || record === null ? mine === record : sameRecord(mine, record)
    })
  }
}
