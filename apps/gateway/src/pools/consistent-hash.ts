import type { Balancer, Candidate } from './balancer.ts'

/**
 * The same key, the same target, on every gateway: each target draws a number by the key and the highest wins (rendezvous
 * hashing). When a target leaves only its own keys move, to all others by their weights; nothing is built or kept.
 */
export class ConsistentHash implements Balancer {
  pick<C extends Candidate>(candidates: readonly C[], key: string): C {
    const seed = hash(key, 0x811c9dc5)
    let best = candidates[0]!
    let most = -Infinity
    for (const candidate of candidates) {
      const drawn = (mixed(hash(candidate.origin, seed)) + 0.5) / 2 ** 32
      // Of exponential draws the shares are the weights (Efraimidis and Spirakis).
      const score = -candidate.weight / Math.log(drawn)
      if (score > most) [best, most] = [candidate, score]
    }
    return best
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return mixed(value)
}

/** MurmurHash3's finalizer: each bit depends on all. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
