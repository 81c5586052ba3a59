import { type Api, type Definition, find, type RecordId, recordsOf, type Served } from '@penstock/model'
import type { FlowPlace } from './flow-step.ts'

const apis = new WeakMap<Definition, Api | null>()

/** The one api record. Kept with the definition: cards ask for every method on the screen. */
export function apiOf(definition: Definition): Api | undefined {
  let api = apis.get(definition)
  if (api === undefined) {
    api = [...recordsOf(definition, 'api')][0] ?? null
    apis.set(definition, api)
  }
  return api ?? undefined
}

export function placeIn<S extends Served>(definition: Definition, method: S) {
  const integration = find(definition, 'integration', method.integration)
  return { definition, api: apiOf(definition), method, integration }
}

/** A method or a route with what the steps of its flow are written in; null if there is neither. */
export function placeOf(definition: Definition, id: RecordId): FlowPlace | null {
  const method = find(definition, 'method', id)
  if (method) return placeIn(definition, method)
  const route = find(definition, 'route', id)
  return route ? placeIn(definition, route) : null
}
