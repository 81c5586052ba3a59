/** Names of headers, looked up by length first: of the lines of a head, few get as far as a comparison. */
export class NameSet {
  readonly #byLength: (readonly string[] | undefined)[] = []

  /** In lower case. */
  constructor(names: Iterable<string>) {
    for (const name of names) this.#byLength[name.length] = [...(this.#byLength[name.length] ?? []), name]
  }

  has(name: string): boolean {
    const names = this.ofLength(name.length)
    return names !== undefined && (names.includes(name) || names.includes(name.toLowerCase()))
  }

  /** Those of this length, if there are any. */
  ofLength(length: number): readonly string[] | undefined {
    return this.#byLength[length]
  }
}
