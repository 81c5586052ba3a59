import type { BundlePool } from '@penstock/bundle'
import { type Balancer, balancerOf } from './balancer.ts'
import { afterCall } from './ejection.ts'
import type { Member } from './member.ts'

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
   * Who is called next; null when all were tried. Those that are left out or unhealthy come after backups; where nobody else is
   * left they are called nonetheless: a pool that fails as a whole is better asked than refused.
   */
  next(tried: readonly Member[], key: string): Member | null {
    const { members } = this
    if (members.length === 1) return tried.length === 0 ? members[0]! : null
    const now = this.#now()
    const untried = tried.length === 0 ? members : members.filter((member) => !tried.includes(member))
    const standing = untried.filter((member) => member.stands(now))
    const asked = standing.length > 0 ? standing : untried
    if (this.rules.slowStartMs !== undefined) for (const member of asked) member.grow(now)
    const primaries = asked.filter(({ isBackup }) => !isBackup)
    const candidates = primaries.length > 0 ? primaries : asked
    return candidates.length === 0 ? null : this.#balancer.pick(candidates, key)
  }

  /** True: the call is the trial of a target whose time out is over. */
  begin(member: Member): boolean {
    const { target } = member
    target.active += 1
    target.calls += 1
    if (this.rules.ejection === undefined || !member.awaitsTrial(this.#now())) return false
    target.isTried = true
    return true
  }

  /** What a call shows of its target, as soon as it does. */
  judge({ target, isBackup }: Member, hasFailed: boolean, isTrial: boolean): void {
    if (isTrial) target.isTried = false
    const { ejection } = this.rules
    if (ejection === undefined) return
    const mayLeave = () => this.#mayLeave(isBackup, ejection.maxPercent ?? 100)
    target.standing = afterCall(target.standing, { hasFailed, isTrial }, ejection, this.#now(), mayLeave)
  }

  /** `hasFailed` null: nobody knows, the call was given up. */
  end({ target }: Member, hasFailed: boolean | null, isTrial: boolean): void {
    target.active -= 1
    if (hasFailed) target.failed += 1
    // Nothing was shown, and the next call is the trial.
    if (isTrial && hasFailed === null) target.isTried = false
  }

  /** One more target may be left out beside those that are; one always may. */
  #mayLeave(isBackup: boolean, maxPercent: number): boolean {
    const peers = this.members.filter((member) => member.isBackup === isBackup)
    const out = peers.filter(({ target }) => target.standing.ejections > 0).length
    return out < Math.max(1, Math.floor((peers.length * maxPercent) / 100))
  }
}
