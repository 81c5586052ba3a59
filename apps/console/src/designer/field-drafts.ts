import type { RecordId } from '@penstock/model'
import type { Draft } from './fields/draft.ts'

/**
 * What was typed and is not taken yet, by field: kept while somebody looks elsewhere. The key of a field begins with
 * the id of the record whose field it is, and a space; of a field of several records with all of their ids (`fieldOfAll`).
 */
export class FieldDrafts {
  readonly #drafts = new Map<string, Draft>()
  /** Of these, what can't be taken as it is; the others are while the field is left. */
  readonly #stuck = new Set<string>()
  readonly #listeners = new Set<() => void>()

  get(key: string): Draft | undefined {
    return this.#drafts.get(key)
  }

  get size(): number {
    return this.#drafts.size
  }

  isStuck(key: string): boolean {
    return this.#stuck.has(key)
  }

  set(key: string, draft: Draft, isStuck: boolean): void {
    this.#drafts.set(key, draft)
    if (isStuck) this.#stuck.add(key)
    else this.#stuck.delete(key)
    this.#tell()
  }

  delete(key: string): void {
    this.#stuck.delete(key)
    if (this.#drafts.delete(key)) this.#tell()
  }

  /** Forgets the fields of a record, as when it is deleted. */
  forget(id: RecordId): void {
    for (const key of this.#drafts.keys()) if (ownersOf(key).includes(id)) this.delete(key)
  }

  /** The record whose field has been waiting the longest for somebody to mend it, or the several; none when none does. */
  readonly first = (): readonly RecordId[] => {
    const [key] = this.#stuck
    return key === undefined ? [] : ownersOf(key)
  }

  /** How many fields wait for that: one in which somebody is typing what can be taken does not. */
  readonly count = (): number => this.#stuck.size

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** The key of a field that is edited in all of these records at once, in whatever order they were selected. */
export function fieldOfAll(ids: readonly RecordId[], field: string): string {
  return `${ids.toSorted().join(between)} ${field}`
}

/** Stands in no id, and neither does the space after them. */
const between = '\n'

function ownersOf(key: string): RecordId[] {
  return key.slice(0, key.indexOf(' ')).split(between)
}
