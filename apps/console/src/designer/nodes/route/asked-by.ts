import type { RecordId, Route } from '@penstock/model'

/** The route asking for this authorizer, or for none. */
export function askedBy(route: Route, authorizer: RecordId | null): Route {
  const { authorizer: _, authorizationType: __, ...rest } = route
  return authorizer === null ? rest : { ...rest, authorizationType: 'CUSTOM', authorizer }
}
