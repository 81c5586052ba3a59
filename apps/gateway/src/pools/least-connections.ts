import type { Balancer, Candidate } from './balancer.ts'

/** The one with the fewest calls under way for its weight. Those that are equal take turns. */
export class LeastConnections implements Balancer {
  #turn = 0

  pick<C extends Candidate>(candidates: readonly C[]): C {
    const from = this.#turn++ % candidates.length
    let best = candidates[from]!
    for (let i = 1; i < candidates.length; i++) {
      const candidate = candidates[(from + i) % candidates.length]!
      if (candidate.active * best.weight < best.active * candidate.weight) best = candidate
    }
    return best
  }
}
