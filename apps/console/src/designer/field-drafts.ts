import type { RecordId } from '@penstock/model'
import type { Draft } from './fields/draft.ts'

/**
 * What was typed and can't be taken yet, by field: kept while somebody looks elsewhere. The key of a field begins with
 * the id of the record whose field it is, and a space.
 */
export class FieldDrafts {
  readonly #drafts = new Map<string, Draft>()
  readonly #listeners = new Set<() => void>()

  get(key: string): Draft | undefined {
    return this.#drafts.get(key)
  }

  get size(): number {
    return this.#drafts.size
  }

  set(key: string, draft: Draft): void {
    this.#drafts.set(key, draft)
    this.#tell()
  }

  delete(key: string): void {
    if (this.#drafts.delete(key)) this.#tell()
  }

  /** Forgets the fields of a record, as when it is deleted. */
  forget(id: RecordId): void {
    for (const key of this.#drafts.keys()) if (ownerOf(key) === id) this.delete(key)
  }

  /** The record whose field has been waiting the longest; null when nothing waits. */
  readonly first = (): RecordId | null => {
    const [key] = this.#drafts.keys()
    return key === undefined ? null : ownerOf(key)
  }

  /** How many fields wait. */
  readonly count = (): number => this.#drafts.size

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function ownerOf(key: string): RecordId {
  return key.slice(0, key.indexOf(' '))
}
