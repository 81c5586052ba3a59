import { timingSafeEqual } from 'node:crypto'
import { hashSecret } from '../auth/secret.ts'

/** Compared by hash and in constant time: how long it takes says nothing of how much was right. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(wanted)))
}
