import type { InspectedRouting } from '@penstock/bundle'
import type { CompiledRoute, CompiledStage } from '../compiled-stage.ts'

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
  const parameters: Record<string, string> = {}
  for (const [i, name] of (match?.value.parameterNames ?? []).entries())
    parameters[name] = path.slice(match?.offsets[i * 2], match?.offsets[i * 2 + 1])
  return { method, path, winner: found && { ...routeOf(found), parameters }, losers: named, more }
}

function routeOf({ source: { id, resource, method, path } }: CompiledRoute) {
  return { id, resource, method, path }
}
