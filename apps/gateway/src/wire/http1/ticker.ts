/**
 * One coarse timer for everything that may take too long: setting a deadline is writing a number. `now` is as old as
 * the last tick, so that deadlines come up to one interval late and never early.
 */
export class Ticker {
  now: number = performance.now()
  readonly #intervalMs: number
  readonly #onTick: (now: number) => void
  #timer: NodeJS.Timeout | null = null

  constructor(intervalMs: number, onTick: (now: number) => void) {
    this.#intervalMs = intervalMs
    this.#onTick = onTick
  }

  start(): void {
    if (this.#timer !== null) return
    this.now = performance.now()
    // It keeps no process alive: what it watches does.
    this.#timer = setInterval(() => {
      this.now = performance.now()
      this.#onTick(this.now)
    }, this.#intervalMs).unref()
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** When `ms` from now have passed. */
  after(ms: number): number {
    return this.now + ms + this.#intervalMs
  }
}
