import type { DesiredState } from '@penstock/bundle'
import type { ErrorPages } from '@penstock/errors'
import type { CompiledStage } from './compiled-stage.ts'
import { Secret } from './secret.ts'

/** Everything that is served: slug → stage → what answers. Immutable. */
export interface RoutingTable {
  readonly revision: number
  readonly apis: ReadonlyMap<string, ReadonlyMap<string, CompiledStage>>
  readonly errorPages: ErrorPages
  /** What a call of `inspectPath` shows; null: nobody may inspect. */
  readonly inspection: Secret | null
}

/**
 * Holds what is served now. A request reads `current` once, at its beginning, and keeps what it found until its end;
 * a swap is one assignment, so no request ever sees a mix of two deployments.
 */
export class Runtime {
  #current: RoutingTable | null = null

  get current(): RoutingTable | null {
    return this.#current
  }

  swap(table: RoutingTable): void {
    this.#current = table
  }
}

/** The same with another stage in place of the one of its name, for a request that is not a client's. */
export function withStage(table: RoutingTable, stage: CompiledStage): RoutingTable {
  const stages = new Map(table.apis.get(stage.slug)).set(stage.name, stage)
  return { ...table, apis: new Map(table.apis).set(stage.slug, stages) }
}

export function routingTable(
  { revision, errorPages, inspection }: Pick<DesiredState, 'revision' | 'errorPages' | 'inspection'>,
  stages: Iterable<CompiledStage>,
): RoutingTable {
  const apis = new Map<string, Map<string, CompiledStage>>()
  for (const stage of stages) {
    const known = apis.get(stage.slug) ?? new Map<string, CompiledStage>()
    known.set(stage.name, stage)
    apis.set(stage.slug, known)
  }
  return {
    revision,
    apis,
    errorPages: errorPages ?? null,
    inspection: inspection ? new Secret(inspection.token) : null,
  }
}
