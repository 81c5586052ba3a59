import { quantile } from '../../measure.ts'
import { load, type Scenario } from './load.ts'
import { apiKey } from './nginx.ts'
import { cpuNanoseconds } from './process-tree.ts'

/** A place to send requests to, and what is sent. */
export interface Place extends Omit<Scenario, 'connections'> {
  readonly url: string
}

/**
 * Microseconds of processor time per request of these processes, for each place in each of so many rounds: the places are loaded in
 * turn, and what is said of two of them is of the same round.
 */
export function microsecondsByRound(
  pids: readonly number[],
  places: readonly Place[],
  count: number,
): readonly (readonly number[])[] {
  const samples: number[][] = []
  // The first round is for just-in-time compilers and connection pools.
  for (let round = -1; round < count; round++) {
    const costs = places.map(({ url, ...place }) => {
      const before = cpuNanoseconds(pids)
      const { requests } = load(url, { ...place, connections: 32 }, [`x-api-key: ${apiKey}`])
      return (cpuNanoseconds(pids) - before) / requests / 1_000
    })
    if (round >= 0) samples.push(costs)
  }
  return samples
}

/** The median over the rounds for one place, as it is printed. */
export function medianText(samples: readonly (readonly number[])[], place: number): string {
  return quantile(
    samples.map((costs) => costs[place] ?? Number.NaN),
    0.5,
  ).toFixed(1)
}
