import { healthReportMs, type HealthReport, type TargetHealth } from '@penstock/bundle'

export interface HealthReporterOptions {
  readonly node: string
  /** How often it is looked whether something changed. */
  readonly intervalMs: number
  /** What is known of targets now. */
  readonly targets: () => TargetHealth[]
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number
  /** Rejects when the control plane did not take the report. */
  readonly send: (report: HealthReport) => Promise<void>
}

/**
 * Tells the control plane how targets are when that changes, and from time to time, since it keeps that in memory. Nothing is
 * sent by a gateway that never had targets.
 */
export class HealthReporter {
  readonly #options: HealthReporterOptions
  readonly #timer: NodeJS.Timeout
  #told = '[]'
  #toldAt = 0
  #isSending = false

  constructor(options: HealthReporterOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.report(), options.intervalMs)
    this.#timer.unref()
  }

  /** A report that is not taken is made anew at the next look. */
  async report(): Promise<void> {
    if (this.#isSending) return
    const { node, targets: read, now, send } = this.#options
    const targets = read()
    const text = JSON.stringify(targets)
    const isDue = targets.length > 0 && now() - this.#toldAt >= healthReportMs
    if (text === this.#told && !isDue) return
    this.#isSending = true
    try {
      await send({ node, targets })
      this.#told = text
      this.#toldAt = now()
    } catch {
      // The synchronizer says that the control plane is away.
    } finally {
      this.#isSending = false
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
