import type { CompiledRoute, CompiledStage } from '../compiled-stage.ts'
import { Failure } from '../failure.ts'
import { createRouter } from '../router/create-router.ts'
import type { Match } from '../router/router.ts'

/**
 * The route of a method record, as if the stage had no other: its parameters are what the path has of them, and empty
 * where the path is another resource's, as in Amazon's TestInvokeMethod. Throws ROUTE_NOT_FOUND.
 */
export function pinnedRoute(
  { routes, dialect }: Pick<CompiledStage, 'routes' | 'dialect'>,
  id: string,
  method: string,
  path: string,
): Match<CompiledRoute> {
  const value = routes.find(({ source }) => source.id === id)
  if (value === undefined)
    throw new Failure('ROUTE_NOT_FOUND', {
      phase: 'route',
      reason: 'the method that was asked for is not served',
      params: { method, path },
    })
  const entry = { method: value.source.method, path: value.source.path, value }
  return (
    createRouter([entry], dialect.router).find(method, path) ?? {
      value,
      offsets: value.parameterNames.flatMap(() => [0, 0]),
    }
  )
}
