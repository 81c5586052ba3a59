import { hashText } from '../hash-text.ts'
import type { Balancer, Candidate } from './balancer.ts'

/**
 * The same key, the same target, on every gateway: each target draws a number by the key and the highest wins (rendezvous
 * hashing). When a target leaves only its own keys move, to all others by their weights; nothing is built or kept.
 */
export class ConsistentHash implements Balancer {
  pick<C extends Candidate>(candidates: readonly C[], key: string): C {
    const seed = hashText(key)
    let best = candidates[0]!
    let most = -Infinity
    for (const candidate of candidates) {
      const drawn = (hashText(candidate.origin, seed) + 0.5) / 2 ** 32
      // Of exponential draws the shares are the weights (Efraimidis and Spirakis).
      const score = -candidate.weight / Math.log(drawn)
      if (score > most) [best, most] = [candidate, score]
    }
    return best
  }
}
