import { type Method, resourceTree } from '@penstock/model'
import { type OperationKey, operationKeys } from '../../import/paths.ts'
import type { KindPlace } from './kind-place.ts'
import { resourcePlace } from './resource.ts'

export const methodPlace: KindPlace<Method> = {
  placeOf({ resource, httpMethod }, { placeOf }) {
    const above = placeOf(resource)
    const key = Object.entries(operationKeys).find(([, verb]) => verb === httpMethod)?.[0]
    return above === undefined || key === undefined ? undefined : `${above}/${key}`
  },
  recordAt(definition, tokens) {
    const [, , key] = tokens
    if (tokens.length !== 3 || !(key! in operationKeys)) return undefined
    const resource = resourcePlace.recordAt?.(definition, tokens.slice(0, 2))
    const methods = resource === undefined ? [] : (resourceTree(definition).methods.get(resource) ?? [])
    return methods.find(({ httpMethod }) => httpMethod === operationKeys[key as OperationKey])?.id
  },
}
