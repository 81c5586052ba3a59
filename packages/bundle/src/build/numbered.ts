/** A list in which each value stands once, by first use. */
export class Numbered<T> {
  readonly list: T[] = []
  private readonly numbers = new Map<string, number>()
  private readonly keyOf: (value: T) => string

  constructor(keyOf: (value: T) => string) {
    this.keyOf = keyOf
  }

  numberOf(value: T): number {
    const key = this.keyOf(value)
    let number = this.numbers.get(key)
    if (number === undefined) this.numbers.set(key, (number = this.list.push(value) - 1))
    return number
  }
}
