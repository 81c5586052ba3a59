import type { BundleRoute, CacheRule, StageCache } from '@penstock/bundle'

/** How long answers are kept where nothing says it, in seconds (developer guide, "Cache settings for REST APIs"). */
const defaultTtlSeconds = 300

export interface RouteCacheRule extends Omit<CacheRule, 'enabled' | 'encrypted'> {
  readonly ttlSeconds: number
}

/**
 * What the settings of a stage say of a route; null: it is not cached. A stage's cache is of its GET methods; others are
 * cached only where they are named, and of ANY only GET is.
 */
export function routeCache(
  { method, path }: Pick<BundleRoute, 'method' | 'path'>,
  settings: StageCache | undefined,
): RouteCacheRule | null {
  if (settings === undefined) return null
  const { methods = {}, sizeBytes: _size, flushedAt: _flushed, ...stage } = settings
  const own = methods[`${method} ${path}`]
  const isGet = method === 'GET' || method === 'ANY'
  const enabled = own?.enabled ?? (isGet && stage.enabled)
  if (!enabled || method === 'HEAD') return null
  const { enabled: _enabled, encrypted: _encrypted, ...rule } = { ...stage, ...own }
  const ttlSeconds = rule.ttlSeconds ?? defaultTtlSeconds
  return ttlSeconds === 0 ? null : { ...rule, ttlSeconds }
}
