import { hash } from 'node:crypto'
import type { StagePlan } from '@penstock/bundle'
import type { Throttle, Throttles } from '../throttles/throttles.ts'

/** A key that is let in. */
export interface AdmittedKey {
  readonly id: string
  readonly throttle: Throttle | null
}

/** Longest value that a key has. */
const longest = 128

/** Values that are known without being hashed. */
const seenMax = 1_000

/** The keys of a stage's plans. A key draws from one bucket in all stages of its plan. */
export class KeyRing {
  /** By the SHA-256 of their values, base64url. */
  readonly #keys = new Map<string, AdmittedKey>()
  /**
   * By values that were let in: a hash takes longer than all else that is done for a key (bench:gateway). What is shown is in
   * memory anyhow while its request lasts; these are forgotten with the ring, which every change of a key or a plan makes anew.
   */
  readonly #seen = new Map<string, AdmittedKey>()

  constructor(plans: readonly StagePlan[] | undefined, throttles: Throttles) {
    for (const { id: plan, throttle: limit, keys } of plans ?? [])
      for (const { id, hash } of keys) {
        const throttle = limit ? throttles.throttle(`plan ${plan} key ${id}`, limit, 'key') : null
        this.#keys.set(hash, { id, throttle })
      }
  }

  /** The key with this value, if it is let in. */
  find(value: string): AdmittedKey | undefined {
    const seen = this.#seen.get(value)
    if (seen !== undefined || value.length > longest) return seen
    const key = this.#keys.get(hash('sha256', value, 'base64url'))
    if (key === undefined) return undefined
    if (this.#seen.size >= seenMax) this.#seen.clear()
    this.#seen.set(value, key)
    return key
  }
}
