import type { InspectedRouting } from '@penstock/bundle'
import type { CompiledRoute, CompiledStage } from '../compiled-stage.ts'
import type { Match } from '../router/router.ts'

/** What the stage's own router says of a request: the route that answers, and why the others don't. */
export function explainRouting(
  method: string,
  path: string,
  { router, fallback }: Pick<CompiledStage, 'router' | 'fallback'>,
): InspectedRouting {
  const { losers, more } = router.explain(method, path)
  const match = router.find(method, path)
  const found = match?.value ?? fallback
  const named: InspectedRouting['losers'] = losers.map(({ value, reason, sentence }) => ({
    ...routeOf(value),
    reason,
    sentence,
  }))
  if (match !== null && fallback !== null)
    named.push({
      ...routeOf(fallback),
      reason: 'default',
      sentence: 'It answers only what no other route does.',
    })
  const parameters = match === null ? {} : parametersOf(match, path)
  return { method, path, winner: found && { ...routeOf(found), parameters }, losers: named, more }
}

/** The same of a route that was asked for by its id: no other one was in question. */
export function pinnedRouting(method: string, path: string, match: Match<CompiledRoute>): InspectedRouting {
  const winner = { ...routeOf(match.value), parameters: parametersOf(match, path) }
  return { method, path, winner, losers: [], more: false }
}

function parametersOf({ value, offsets }: Match<CompiledRoute>, path: string): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const [i, name] of value.parameterNames.entries())
    parameters[name] = path.slice(offsets[i * 2], offsets[i * 2 + 1])
  return parameters
}

function routeOf({ source: { id, resource, method, path } }: CompiledRoute) {
  return { id, resource, method, path }
}
