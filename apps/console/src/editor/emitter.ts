/** A list of listeners for one kind of event. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>()

  /** Calls back on each event until the answer is called. */
  listen(listener: (event: T) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  emit(event: T): void {
    for (const listener of this.#listeners) listener(event)
  }
}
