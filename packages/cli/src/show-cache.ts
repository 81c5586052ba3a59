import type { StageCache } from '@penstock/bundle'

/** What the command line reads of a stage that keeps answers. */
export interface CachedStage {
  readonly name: string
  readonly cache: Omit<StageCache, 'flushedAt'> | null
  /** ISO 8601; null: never. */
  readonly cacheFlushedAt: string | null
}

type Rule = NonNullable<StageCache['methods']>[string]

/** The settings of a response cache, a line each, with what holds where nothing is said. */
export function showCache({ name, cache, cacheFlushedAt }: CachedStage): string[] {
  if (cache === null) return [`${name} keeps no answers.`]
  const { enabled = false, ttlSeconds = 300, sizeBytes = 64 * 1_048_576, methods = {} } = cache
  return [
    `${name} ${enabled ? `keeps the answers of GET methods for ${ttlSeconds} s` : 'keeps the answers of named methods only'}`,
    `at most   ${Number((sizeBytes / 1_048_576).toFixed(2))} MiB`,
    `max-age=0 ${renewalText(cache)}`,
    ...Object.entries(methods).map(([method, rule]) => `${method}  ${ruleText(rule)}`),
    `flushed   ${cacheFlushedAt ?? 'never'}`,
  ]
}

function ruleText(rule: Rule): string {
  const { enabled, ttlSeconds, requireAuthorization, unauthorized } = rule
  const kept = enabled === undefined ? 'as the stage' : enabled ? 'kept' : 'not kept'
  return [
    kept,
    ...(ttlSeconds === undefined ? [] : [`for ${ttlSeconds} s`]),
    ...(requireAuthorization === undefined && unauthorized === undefined
      ? []
      : [`max-age=0 ${renewalText(rule)}`]),
  ].join(', ')
}

function renewalText({
  requireAuthorization = true,
  unauthorized = 'SUCCEED_WITH_RESPONSE_HEADER',
}: Rule): string {
  if (!requireAuthorization) return 'renews the answer'
  if (unauthorized === 'FAIL_WITH_403') return 'is refused with 403'
  return unauthorized === 'SUCCEED_WITH_RESPONSE_HEADER'
    ? 'is answered from the cache, with a warning'
    : 'is answered from the cache'
}
