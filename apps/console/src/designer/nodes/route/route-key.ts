import { connectionRouteKeys, type Definition, recordsOf, type Route } from '@penstock/model'

/** Why a route can't be called so, or null. */
export function routeKeyProblem(definition: Definition, route: Route, value: string): string | null {
  if (value.trim() === '') return 'Messages ask for a route by its key.'
  if (value.startsWith('$') && !connectionRouteKeys.some((key) => key === value))
    return `With a "$" begin only ${connectionRouteKeys.join(', ')}.`
  for (const other of recordsOf(definition, 'route'))
    if (other.id !== route.id && other.routeKey === value) return `There is a route ${value} already.`
  return null
}

/** When a route runs, in words. */
export function whenRun({ routeKey }: Pick<Route, 'routeKey'>): string {
  const known: Readonly<Record<string, string>> = {
    $connect: 'before a connection opens',
    $disconnect: 'after a connection closed',
    $default: 'for every other message',
  }
  return known[routeKey] ?? 'for messages that ask for it'
}
