import type { BundlePool } from '@penstock/bundle'
import { ConsistentHash } from './consistent-hash.ts'
import { LeastConnections } from './least-connections.ts'
import { RoundRobin } from './round-robin.ts'

/** What a balancer knows of a target. */
export interface Candidate {
  /** `http://host:port`, unique in its pool. */
  readonly origin: string
  /** Its share against that of the others, 1 and more. */
  readonly weight: number
  /** Calls under way. */
  readonly active: number
}

/** Chooses one of the candidates, of which there is at least one. Calls with the same `key` belong together. */
export interface Balancer {
  pick<C extends Candidate>(candidates: readonly C[], key: string): C
}

const balancers: Readonly<Record<BundlePool['balancing']['policy'], () => Balancer>> = {
  round_robin: () => new RoundRobin(),
  least_connections: () => new LeastConnections(),
  consistent_hash: () => new ConsistentHash(),
}

export function balancerOf({ policy }: BundlePool['balancing']): Balancer {
  return balancers[policy]()
}
