import type { Balancer, Candidate } from './balancer.ts'

/**
 * Each in turn, as often as its weight says, and heavy ones spread among the light: each gains its weight, the one that has
 * most is taken and pays what all have gained (nginx's smooth weighted round robin).
 */
export class RoundRobin implements Balancer {
  readonly #credit = new Map<string, number>()

  pick<C extends Candidate>(candidates: readonly C[]): C {
    let best = candidates[0]!
    let most = -Infinity
    let total = 0
    for (const candidate of candidates) {
      const credit = (this.#credit.get(candidate.origin) ?? 0) + candidate.weight
      this.#credit.set(candidate.origin, credit)
      total += candidate.weight
      if (credit > most) [best, most] = [candidate, credit]
    }
    this.#credit.set(best.origin, most - total)
    return best
  }
}
