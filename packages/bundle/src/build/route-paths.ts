import { type Api, type Definition, type RecordId, recordsOf, resourceTree } from '@penstock/model'

/** Resource → the path of its routes: `/pets/{id}`, below the base path of the API. Resources outside of the tree have none. */
export function routePaths(definition: Definition, api: Api): ReadonlyMap<RecordId, string> {
  const prefix = (api.basePath ?? '').replace(/^\/*(?=.)/, '/').replace(/(?<!\/)\/+$/, '')
  const { paths } = resourceTree(definition)
  if (prefix === '') return paths
  return new Map([...paths].map(([id, path]) => [id, path === '/' ? prefix : prefix + path]))
}

/** `GET /pets/{id}`, as limits of a stage name it, for each method that has a route. */
export function routeNames(definition: Definition, api: Api): string[] {
  const paths = routePaths(definition, api)
  return [...recordsOf(definition, 'method')].flatMap(({ resource, httpMethod }) => {
    const path = paths.get(resource)
    return path === undefined ? [] : [`${httpMethod} ${path}`]
  })
}
