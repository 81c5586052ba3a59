import { WhileUsed } from '../while-used.ts'
import type { WireClient } from '../wire/client.ts'
import { type Checked, type CheckTimes, HealthCheck } from './health-check.ts'

/**
 * The checks of a gateway, off the path of requests and over connections of their own. What is served decides which of
 * them run; one that is served by several stages, or over a deployment, is one.
 */
export class HealthChecks {
  readonly #client: WireClient
  readonly #times: CheckTimes
  readonly #known = new WhileUsed<HealthCheck>()
  #running: ReadonlySet<HealthCheck> = new Set()

  /** The client is closed with the checks. */
  constructor(client: WireClient, times: CheckTimes) {
    this.#client = client
    this.#times = times
  }

  /** Of the same target by the same rules it is the same. It does not run before it is served. */
  check(checked: Checked): HealthCheck {
    return this.#known.get(JSON.stringify(checked), () => new HealthCheck(checked, this.#client, this.#times))
  }

  get running(): Iterable<HealthCheck> {
    return this.#running
  }

  /** Starts those that are served now, and stops those that are no more. */
  retain(served: Iterable<HealthCheck>): void {
    const next = new Set(served)
    for (const check of this.#running) if (!next.has(check)) check.stop()
    for (const check of next) check.start()
    this.#running = next
  }

  async close(): Promise<void> {
    this.retain([])
    await this.#client.close()
  }
}
