import type { Candidate } from './balancer.ts'
import { isEjected, isOnTrial } from './ejection.ts'
import type { HealthCheck } from './health-check.ts'
import type { Target } from './target.ts'

export interface MemberOptions {
  readonly target: Target
  readonly weight: number
  readonly isBackup: boolean
  /** Its calls decide whether it is left out. */
  readonly isEjectable: boolean
  /** Null: nobody checks it. */
  readonly check: HealthCheck | null
}

/** A target as one upstream weighs it. */
export class Member implements Candidate {
  readonly target: Target
  readonly weight: number
  readonly isBackup: boolean
  readonly check: HealthCheck | null
  readonly #isEjectable: boolean

  constructor({ target, weight, isBackup, isEjectable, check }: MemberOptions) {
    this.target = target
    this.weight = weight
    this.isBackup = isBackup
    this.check = check
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
    if (this.check !== null && !this.check.health.isHealthy) return false
    if (!this.#isEjectable) return true
    const { standing, isTried } = this.target
    return !isEjected(standing, now) && !(isTried && isOnTrial(standing, now))
  }

  /** The next call is its trial. */
  awaitsTrial(now: number): boolean {
    return !this.target.isTried && isOnTrial(this.target.standing, now)
  }
}
