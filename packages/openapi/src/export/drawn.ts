import { type Api, type JsonObject, type Method, resolveRef, type Resource } from '@penstock/model'
import { isObject } from '../json.ts'
import type { WriteScope } from './write-scope.ts'

/**
 * Whether the definition was drawn. What OpenAPI asks for and nobody drew is then written for it; a document that was
 * imported says what it said, and nothing is added to it.
 */
export function isDrawn(api: Api): boolean {
  return api.openapiVersion === undefined
}

/** OpenAPI wants a version of every description. */
export const drawnVersion = '1.0'

/** The parameters of a resource, and a plain one for each part of its path that not every method declares by itself. */
export function pathItemParameters(
  scope: WriteScope,
  resource: Resource,
  methods: readonly Method[],
  path: string,
): readonly JsonObject[] | undefined {
  if (!isDrawn(scope.api) || methods.length === 0) return resource.parameters
  const declares = (parameters: readonly JsonObject[] | undefined, name: string) =>
    (parameters ?? []).some((given) => {
      const ref = given['$ref']
      const said = typeof ref === 'string' ? resolveRef(scope.definition, ref) : given
      return isObject(said) && said['in'] === 'path' && said['name'] === name
    })
  const added = [...path.matchAll(/\{([^{}]+?)\+?\}/g)]
    .map(([, name]) => name!)
    .filter(
      (name, at, names) =>
        names.indexOf(name) === at &&
        !declares(resource.parameters, name) &&
        !methods.every(({ parameters }) => declares(parameters, name)),
    )
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return added.length > 0 ? [...(resource.parameters ?? []), ...added] : resource.parameters
}
