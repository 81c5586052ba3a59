import type { WireClient } from '../wire/client.ts'
import { CheckCall, type CheckRequest } from './check-call.ts'
import { afterCheck, assumedHealth, type Health } from './health.ts'

/** The times of checks; in milliseconds. */
export interface CheckTimes {
  /** A clock that never goes back. */
  readonly now: () => number
  /** Runs it then, unless what is returned is called before. */
  readonly after: (ms: number, run: () => void) => () => void
  /** 0 and more, below 1. */
  readonly random: () => number
}

/** Those of a process. */
export function checkTimes(now: () => number): CheckTimes {
  return {
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  }
}

/** Whose health it is. */
export interface Checked extends CheckRequest {
  readonly api: string
  readonly upstream: string
}

/**
 * Calls a target from time to time while it is started. The first call comes somewhere in the first interval, and the
 * others after 0.9 to 1.1 of it: gateways that start together do not call together.
 */
export class HealthCheck {
  readonly checked: Checked
  readonly #client: WireClient
  readonly #times: CheckTimes
  #health: Health
  #cancel: (() => void) | null = null
  #call: CheckCall | null = null

  constructor(checked: Checked, client: WireClient, times: CheckTimes) {
    this.checked = checked
    this.#client = client
    this.#times = times
    this.#health = assumedHealth(times.now())
  }

  get health(): Health {
    return this.#health
  }

  /** What was known before it stopped is of another time. */
  start(): void {
    if (this.#cancel !== null) return
    const { now, random } = this.#times
    this.#health = assumedHealth(now())
    this.#wait(random())
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#call?.abort()
    this.#call = null
  }

  #wait(intervals: number): void {
    this.#cancel = this.#times.after(intervals * this.checked.rules.intervalMs, () => this.#run())
  }

  #run(): void {
    this.#call?.abort()
    this.#call = new CheckCall(this.#client, this.checked, (error) => {
      this.#health = afterCheck(this.#health, error, this.checked.rules, this.#times.now())
      this.#wait(0.9 + this.#times.random() * 0.2)
    })
  }
}
