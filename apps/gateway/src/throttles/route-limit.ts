import type { BundleRoute, Limit, StageThrottle } from '@penstock/bundle'

/**
 * The limit of a route by its stage's settings; null: none. Limits of a stage are those of each method by itself (Amazon
 * API Gateway developer guide, "Throttle requests to your REST APIs").
 */
export function routeLimit(
  { method, path }: Pick<BundleRoute, 'method' | 'path'>,
  throttle: StageThrottle | undefined,
): Limit | null {
  const own = throttle?.methods?.[`${method} ${path}`]
  if (own) return own
  const { rateLimit, burstLimit } = throttle ?? {}
  return rateLimit === undefined || burstLimit === undefined ? null : { rateLimit, burstLimit }
}
