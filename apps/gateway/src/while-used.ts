/**
 * Things of a gateway by name, each there for as long as something that is compiled holds on to it: a deployment or a change of
 * settings finds it as it was, and what is served no more leaves nothing behind.
 */
export class WhileUsed<T extends object> {
  readonly #things = new Map<string, WeakRef<T>>()
  readonly #gone = new FinalizationRegistry<string>((name) => {
    if (this.#things.get(name)?.deref() === undefined) this.#things.delete(name)
  })

  /** Whoever asks for the same name gets the same thing. */
  get(name: string, make: () => T): T {
    const known = this.#things.get(name)?.deref()
    if (known) return known
    const made = make()
    this.#things.set(name, new WeakRef(made))
    this.#gone.register(made, name)
    return made
  }

  *[Symbol.iterator](): Generator<T> {
    for (const reference of this.#things.values()) {
      const thing = reference.deref()
      if (thing) yield thing
    }
  }
}
