import type { RecordId } from '@penstock/model'
import { Emitter } from './emitter.ts'

/** What is selected. Ephemeral: never saved, never undone. The last one added is the one the inspector shows. */
export class Selection {
  readonly #events = new Emitter<void>()
  #ids: readonly RecordId[] = []

  get ids(): readonly RecordId[] {
    return this.#ids
  }

  get primary(): RecordId | null {
    return this.#ids.at(-1) ?? null
  }

  has(id: RecordId): boolean {
    return this.#ids.includes(id)
  }

  set(ids: readonly RecordId[]): void {
    if (ids.length === this.#ids.length && ids.every((id, at) => id === this.#ids[at])) return
    this.#ids = [...ids]
    this.#events.emit()
  }

  toggle(id: RecordId): void {
    this.set(this.has(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id])
  }

  listen(listener: () => void): () => void {
    return this.#events.listen(listener)
  }
}
