import { WhileUsed } from '../while-used.ts'
import { Target } from './target.ts'

/** The targets of a gateway by API, upstream and address: a deployment leaves what is known of them. */
export class Targets {
  readonly now: () => number
  readonly #targets = new WhileUsed<Target>()

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.now = now
  }

  target(api: string, upstream: string, origin: string): Target {
    const key = JSON.stringify([api, upstream, origin])
    return this.#targets.get(key, () => new Target(api, upstream, origin, this.now()))
  }

  all(): Iterable<Target> {
    return this.#targets
  }
}
