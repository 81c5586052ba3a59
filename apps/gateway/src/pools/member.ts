import type { TargetHealth } from '@penstock/bundle'
import type { Candidate } from './balancer.ts'
import { isEjected, isOnTrial } from './ejection.ts'
import type { HealthCheck } from './health-check.ts'
import { grownShare } from './slow-start.ts'
import type { Target } from './target.ts'

export interface MemberOptions {
  readonly target: Target
  readonly weight: number
  readonly isBackup: boolean
  /** Its calls decide whether it is left out. */
  readonly isEjectable: boolean
  /** Time until a target that is new or back gets its whole share; null: it gets it at once. */
  readonly slowStartMs: number | null
  /** Null: nobody checks it. */
  readonly check: Pick<HealthCheck, 'health'> | null
}

/** Whether a target is called as others are. */
export interface Condition {
  readonly state: TargetHealth['state']
  /** Milliseconds of the gateway's clock; null: always. */
  readonly since: number | null
  /** What failed last; null: nothing. */
  readonly error: string | null
}

/** A target as one upstream weighs it. */
export class Member implements Candidate {
  readonly target: Target
  /** What it has of its share now. */
  weight: number
  readonly isBackup: boolean
  readonly #check: MemberOptions['check']
  readonly #share: number
  readonly #slowStartMs: number | null
  readonly #isEjectable: boolean

  constructor({ target, weight, isBackup, isEjectable, slowStartMs, check }: MemberOptions) {
    this.target = target
    this.weight = weight
    this.isBackup = isBackup
    this.#check = check
    this.#share = weight
    this.#slowStartMs = slowStartMs
    this.#isEjectable = isEjectable
  }

  get origin(): string {
    return this.target.origin
  }

  get active(): number {
    return this.target.active
  }

  /** Nothing speaks against calling it. */
  stands(now: number): boolean {
    if (this.#check !== null && !this.#check.health.isHealthy) return false
    if (!this.#isEjectable) return true
    const { standing, isTried } = this.target
    return !isEjected(standing, now) && !(isTried && isOnTrial(standing, now))
  }

  /** What checks say goes first: they are no guess. */
  condition(now: number): Condition {
    const health = this.#check?.health
    if (health?.isHealthy === false) return { state: 'unhealthy', since: health.since, error: health.error }
    const { standing, lastError } = this.target
    if (!this.#isEjectable || standing.ejections === 0)
      return { state: 'healthy', since: health?.since ?? null, error: null }
    const state = isEjected(standing, now) ? 'left_out' : 'on_trial'
    return { state, since: standing.outSince, error: lastError }
  }

  /** Brings its weight up to now; only where there is a slow start. */
  grow(now: number): void {
    if (this.#slowStartMs === null) return
    const { knownSince, standing } = this.target
    const since = Math.max(knownSince, standing.backSince ?? 0, this.#check?.health.since ?? 0)
    this.weight = this.#share * grownShare(now - since, this.#slowStartMs)
  }

  /** The next call is its trial. */
  awaitsTrial(now: number): boolean {
    return !this.target.isTried && isOnTrial(this.target.standing, now)
  }
}
