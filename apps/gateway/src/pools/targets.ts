import { Target } from './target.ts'

/**
 * The targets of a gateway by API, upstream and address. One is there for as long as something that is compiled calls it: a
 * deployment leaves what is known of it, and what is served no more leaves nothing behind.
 */
export class Targets {
  readonly now: () => number
  readonly #targets = new Map<string, WeakRef<Target>>()
  readonly #gone = new FinalizationRegistry<string>((name) => {
    if (this.#targets.get(name)?.deref() === undefined) this.#targets.delete(name)
  })

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.now = now
  }

  target(api: string, upstream: string, origin: string): Target {
    const name = JSON.stringify([api, upstream, origin])
    const known = this.#targets.get(name)?.deref()
    if (known) return known
    const target = new Target(api, upstream, origin)
    this.#targets.set(name, new WeakRef(target))
    this.#gone.register(target, name)
    return target
  }

  *all(): Generator<Target> {
    for (const reference of this.#targets.values()) {
      const target = reference.deref()
      if (target) yield target
    }
  }
}
