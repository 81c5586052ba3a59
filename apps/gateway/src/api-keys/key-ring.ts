import type { StagePlan } from '@penstock/bundle'
import type { Throttle, Throttles } from '../throttles/throttles.ts'

/** A key that is let in. */
export interface AdmittedKey {
  readonly id: string
  readonly throttle: Throttle | null
}

/** SHA-256 of a value, base64url → the key. */
export type KeyRing = ReadonlyMap<string, AdmittedKey>

/** The keys of a stage's plans. A key draws from one bucket in all stages of its plan. */
export function keyRing(plans: readonly StagePlan[] | undefined, throttles: Throttles): KeyRing {
  const ring = new Map<string, AdmittedKey>()
  for (const { id: plan, throttle: limit, keys } of plans ?? [])
    for (const { id, hash } of keys) {
      const throttle = limit ? throttles.throttle(`plan ${plan} key ${id}`, limit, 'key') : null
      ring.set(hash, { id, throttle })
    }
  return ring
}
