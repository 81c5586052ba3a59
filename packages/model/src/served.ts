import type { Method } from './kinds/method.ts'
import type { Route } from './kinds/route.ts'
import type { Definition, RecordId } from './records.ts'

/** What an integration answers: a method, or a route of a WebSocket API. */
export type Served = Method | Route

/** Every method and every route, in the definition's order. */
export function* servedRecords(definition: Definition): Generator<Served> {
  for (const record of definition.values())
    if (record.kind === 'method' || record.kind === 'route') yield record
}

/** The methods and routes that an integration answers. */
export function* servedBy(definition: Definition, integration: RecordId): Generator<Served> {
  for (const record of servedRecords(definition)) if (record.integration === integration) yield record
}
