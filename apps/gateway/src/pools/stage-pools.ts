import type { BundleHealthCheck, BundlePool } from '@penstock/bundle'
import { fillVariables } from '../integrations/http/uri.ts'
import type { HealthCheck } from './health-check.ts'
import type { HealthChecks } from './health-checks.ts'
import { Member } from './member.ts'
import { Pool } from './pool.ts'
import type { Targets } from './targets.ts'
import { isRefusal, type TlsOfUpstreams } from '../upstream/tls-of-upstreams.ts'

export interface StagePoolsOptions {
  /** Slug of the API. */
  readonly api: string
  readonly variables: Readonly<Record<string, string>>
  readonly targets: Targets
  readonly checks: HealthChecks
  readonly tls: TlsOfUpstreams
}

/** The pools of a stage, one for each upstream: its integrations share its turns. */
export class StagePools {
  readonly #options: StagePoolsOptions
  readonly #pools = new Map<string, Pool>()
  readonly #checks = new Set<HealthCheck>()

  constructor(options: StagePoolsOptions) {
    this.#options = options
  }

  pool(rules: BundlePool): Pool {
    const key = JSON.stringify(rules)
    const known = this.#pools.get(key)
    if (known) return known
    const pool = this.#make(rules)
    this.#pools.set(key, pool)
    return pool
  }

  [Symbol.iterator](): Iterator<Pool> {
    return this.#pools.values()
  }

  /** What is to run while the stage is served. */
  get checks(): Iterable<HealthCheck> {
    return this.#checks
  }

  #make(rules: BundlePool): Pool {
    const { api, variables, targets } = this.#options
    const members = rules.targets.map(({ origin: written, weight, backup = false }) => {
      const origin = fillVariables(written, variables)
      const check = rules.healthCheck ? this.#check(rules.name, origin, rules.healthCheck) : null
      return new Member({
        target: targets.target(api, rules.name, origin),
        weight,
        isBackup: backup,
        isEjectable: rules.ejection !== undefined,
        slowStartMs: rules.slowStartMs ?? null,
        check,
      })
    })
    return new Pool(rules, members, targets.now)
  }

  /** Null where targets can't be called at all: each call says why. */
  #check(upstream: string, origin: string, rules: BundleHealthCheck): HealthCheck | null {
    const { api, variables, checks } = this.#options
    const tls = this.#options.tls.of(rules.tls, false)
    if (isRefusal(tls)) return null
    const host = hostOf(fillVariables(rules.url, variables)) ?? hostOf(origin) ?? ''
    const check = checks.check({ api, upstream, origin, host, rules, tls })
    this.#checks.add(check)
    return check
  }
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.host
}
