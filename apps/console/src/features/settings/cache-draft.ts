import type { StageSummary } from '@penstock/server'

export type StageCache = NonNullable<StageSummary['cache']>
type CacheRule = NonNullable<StageCache['methods']>[string]

/** What `Cache-Control: max-age=0` does: it renews the answer, or one of Amazon's three answers to who may not ask for that. */
export type Renewal = 'renew' | NonNullable<StageCache['unauthorized']>

/** A method that differs from the stage, while it is typed: the key stays while the name changes. */
export interface CacheLine {
  readonly key: number
  readonly name: string
  readonly kept: 'stage' | 'yes' | 'no'
  readonly ttl: string
}

/** The settings of a response cache as fields hold them; what is empty is as nothing says it. */
export interface CacheDraft {
  /** Seconds. */
  readonly ttl: string
  /** MiB. */
  readonly size: string
  readonly renewal: Renewal
  readonly lines: readonly CacheLine[]
}

/** What is wrong with a field, by `ttl`, `size`, `name 3` or `ttl 3`. */
export type CacheProblems = Readonly<Record<string, string>>

const bytesInMiB = 1_048_576

export function cacheDraftOf(cache: StageCache): CacheDraft {
  const { ttlSeconds, sizeBytes, requireAuthorization = true, methods = {} } = cache
  const { unauthorized = 'SUCCEED_WITH_RESPONSE_HEADER' } = cache
  return {
    ttl: ttlSeconds === undefined ? '' : String(ttlSeconds),
    size: sizeBytes === undefined ? '' : String(sizeBytes / bytesInMiB),
    renewal: requireAuthorization ? unauthorized : 'renew',
    lines: Object.entries(methods).map(([name, rule], key) => lineOf(key, name, rule)),
  }
}

function lineOf(key: number, name: string, { enabled, ttlSeconds }: CacheRule): CacheLine {
  const kept = enabled === undefined ? 'stage' : enabled ? 'yes' : 'no'
  return { key, name, kept, ttl: ttlSeconds === undefined ? '' : String(ttlSeconds) }
}

/**
 * The settings that the fields say, with those of `before` that have no field; or what keeps them from being any. A line
 * without a name says nothing.
 */
export function readCacheDraft(
  { ttl, size, renewal, lines }: CacheDraft,
  before: StageCache,
): { cache: StageCache } | { problems: CacheProblems } {
  const problems: Record<string, string> = {}
  const { ttlSeconds: _ttl, sizeBytes: _size, requireAuthorization: _requires, ...stays } = before
  const { unauthorized: _unauthorized, methods: known = {}, ...rest } = stays
  const ttlSeconds = wholeNumber(ttl)
  if (ttlSeconds === null) problems['ttl'] = 'Whole seconds; 0 keeps nothing.'
  const sizeBytes = size.trim() === '' ? undefined : Math.round(Number(size) * bytesInMiB)
  if (sizeBytes !== undefined && !(sizeBytes >= 1 && Number.isSafeInteger(sizeBytes)))
    problems['size'] = 'A number over 0.'
  const methods: Record<string, CacheRule> = {}
  for (const line of lines) {
    const name = line.name.trim()
    if (name === '') continue
    if (Object.hasOwn(methods, name)) problems[`name ${line.key}`] = 'This method is there already.'
    const own = wholeNumber(line.ttl)
    if (own === null) problems[`ttl ${line.key}`] = 'Whole seconds; 0 keeps nothing.'
    const { enabled: _enabled, ttlSeconds: _own, ...others } = known[name] ?? {}
    methods[name] = {
      ...others,
      ...(line.kept === 'stage' ? {} : { enabled: line.kept === 'yes' }),
      ...(typeof own === 'number' ? { ttlSeconds: own } : {}),
    }
  }
  if (Object.keys(problems).length > 0) return { problems }
  return {
    cache: {
      ...rest,
      ...(typeof ttlSeconds === 'number' ? { ttlSeconds } : {}),
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
      requireAuthorization: renewal !== 'renew',
      ...(renewal === 'renew' ? {} : { unauthorized: renewal }),
      ...(Object.keys(methods).length === 0 ? {} : { methods }),
    },
  }
}

export function sameCacheDraft(a: CacheDraft, b: CacheDraft): boolean {
  const text = ({ lines, ...fields }: CacheDraft) =>
    JSON.stringify([
      fields,
      lines
        .filter(({ name }) => name !== '')
        .map(({ name, kept, ttl }) => [name, kept, ttl])
        .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    ])
  return text(a) === text(b)
}

/** Undefined for nothing, null for what is no whole number. */
function wholeNumber(text: string): number | undefined | null {
  if (text.trim() === '') return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= 0 ? value : null
}
