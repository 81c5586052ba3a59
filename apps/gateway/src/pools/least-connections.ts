import type { Balancer, Candidate } from './balancer.ts'
import { RoundRobin } from './round-robin.ts'

/** The one with the fewest calls under way for its weight. Those that are equal take turns by their weights. */
export class LeastConnections implements Balancer {
  readonly #turns = new RoundRobin()

  pick<C extends Candidate>(candidates: readonly C[]): C {
    let best: C[] = []
    for (const candidate of candidates) {
      const [first] = best
      const busier = first ? candidate.active * first.weight - first.active * candidate.weight : -1
      if (busier < 0) best = [candidate]
      else if (busier === 0) best.push(candidate)
    }
    return best.length === 1 ? best[0]! : this.#turns.pick(best)
  }
}
