import type { BundlePool } from '@penstock/bundle'
import { type Balancer, balancerOf, type Candidate } from './balancer.ts'
import { afterCall, isEjected } from './ejection.ts'
import type { HealthCheck } from './health-check.ts'
import type { Target } from './target.ts'

/** A target as one upstream weighs it. */
export class Member implements Candidate {
  readonly target: Target
  readonly weight: number
  readonly isBackup: boolean
  /** Null: nobody checks it. */
  readonly check: HealthCheck | null

  constructor(target: Target, weight: number, isBackup: boolean, check: HealthCheck | null) {
    this.target = target
    this.weight = weight
    this.isBackup = isBackup
    this.check = check
  }

  /** Nothing speaks against calling it. */
  stands(now: number): boolean {
    return !isEjected(this.target.standing, now) && (this.check === null || this.check.health.isHealthy)
  }

  get origin(): string {
    return this.target.origin
  }

  get active(): number {
    return this.target.active
  }
}

/** The targets of an upstream, and which is called next. */
export class Pool {
  readonly rules: BundlePool
  readonly members: readonly Member[]
  readonly #balancer: Balancer
  readonly #now: () => number

  constructor(rules: BundlePool, members: readonly Member[], now: () => number) {
    this.rules = rules
    this.members = members
    this.#balancer = balancerOf(rules.balancing)
    this.#now = now
  }

  /**
   * Who is called next; null when all were tried. Those that are left out or unhealthy come after backups; where nobody else is left they
   * are called nonetheless: a pool that fails as a whole is better asked than refused.
   */
  next(tried: readonly Member[], key: string): Member | null {
    const now = this.#now()
    const untried =
      tried.length === 0 ? this.members : this.members.filter((member) => !tried.includes(member))
    const standing = untried.filter((member) => member.stands(now))
    const asked = standing.length > 0 ? standing : untried
    const primaries = asked.filter(({ isBackup }) => !isBackup)
    const candidates = primaries.length > 0 ? primaries : asked
    return candidates.length === 0 ? null : this.#balancer.pick(candidates, key)
  }

  begin({ target }: Member): void {
    target.active += 1
    target.calls += 1
  }

  /** `hasFailed` null: nobody knows, the call was given up. */
  end({ target }: Member, hasFailed: boolean | null): void {
    target.active -= 1
    if (hasFailed === null) return
    if (hasFailed) target.failed += 1
    target.standing = afterCall(target.standing, hasFailed, this.rules.ejection, this.#now())
  }
}
