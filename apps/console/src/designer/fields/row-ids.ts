/**
 * Ids for rows that are known by a name which a person may change: the row stays the same one, and keeps the keyboard
 * and what is typed in it, whatever is added or removed before it.
 */
export class RowIds {
  readonly #ids = new Map<string, number>()
  #last = 0

  of(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    this.#ids.set(name, ++this.#last)
    return this.#last
  }

  /** The row is called otherwise from now on; one that comes by its old name is another. */
  rename(from: string, to: string): void {
    const id = this.of(from)
    this.#ids.delete(from)
    this.#ids.set(to, id)
  }
}
