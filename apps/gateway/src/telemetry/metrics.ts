import type { CompiledStage } from '../compiled-stage.ts'
import type { RequestContext } from '../request-context.ts'

/** Upper bounds of the duration histogram, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Series {
  /** `api/stage` */
  readonly owner: string
  readonly labels: string
  /** Requests by first digit of the status; 0 is unused. */
  readonly statuses: Float64Array
  /** Requests by bucket (not cumulative), the last one beyond every bound. */
  readonly buckets: Float64Array
  sum: number
  cacheHits: number
  cacheMisses: number
}

/** Counters per API and stage, and its canary, in typed arrays: recording one request is a few additions. */
export class Metrics {
  readonly #series = new Map<string, Series>()
  #ofStages = new WeakMap<CompiledStage, Series>()

  record(context: RequestContext): void {
    const series = this.#of(context.stage)
    const statusClass = Math.floor(context.status / 100)
    series.statuses[statusClass] = (series.statuses[statusClass] ?? 0) + 1
    const seconds = (performance.now() - context.started) / 1000
    let bucket = 0
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? 0)) bucket++
    series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
    series.sum += seconds
    if (context.cache === 'hit') series.cacheHits += 1
    else if (context.cache === 'miss' || context.cache === 'renewed') series.cacheMisses += 1
  }

  /** Forgets stages that are gone, so that previews and deleted APIs don't pile up. */
  retain(keys: ReadonlySet<string>): void {
    for (const [key, { owner }] of this.#series)
      if (owner !== '/' && !keys.has(owner)) this.#series.delete(key)
    this.#ofStages = new WeakMap()
  }

  /** Prometheus text format 0.0.4; `gauges` are single values under their names. */
  render(gauges: Readonly<Record<string, number>>): string {
    const lines = ['# TYPE penstock_requests_total counter']
    for (const { labels, statuses } of this.#series.values()) {
      for (let digit = 1; digit < statuses.length; digit++) {
        const count = statuses[digit] ?? 0
        if (count > 0) lines.push(`penstock_requests_total{${labels},status="${digit}xx"} ${count}`)
      }
    }
    lines.push('# TYPE penstock_request_duration_seconds histogram')
    for (const { labels, buckets, sum } of this.#series.values()) {
      let count = 0
      for (let i = 0; i < buckets.length; i++) {
        count += buckets[i] ?? 0
        lines.push(`penstock_request_duration_seconds_bucket{${labels},le="${bounds[i] ?? '+Inf'}"} ${count}`)
      }
      lines.push(`penstock_request_duration_seconds_sum{${labels}} ${sum}`)
      lines.push(`penstock_request_duration_seconds_count{${labels}} ${count}`)
    }
    lines.push('# TYPE penstock_cache_requests_total counter')
    for (const { labels, cacheHits, cacheMisses } of this.#series.values()) {
      if (cacheHits > 0) lines.push(`penstock_cache_requests_total{${labels},cache="hit"} ${cacheHits}`)
      if (cacheMisses > 0) lines.push(`penstock_cache_requests_total{${labels},cache="miss"} ${cacheMisses}`)
    }
    for (const [name, value] of Object.entries(gauges)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
    return `${lines.join('\n')}\n`
  }

  #of(stage: CompiledStage | null): Series {
    if (stage === null) return this.#named('', '', false)
    const known = this.#ofStages.get(stage)
    if (known !== undefined) return known
    const series = this.#named(stage.slug, stage.name, stage.side === 'canary')
    this.#ofStages.set(stage, series)
    return series
  }

  #named(api: string, stage: string, isCanary: boolean): Series {
    const owner = `${api}/${stage}`
    const key = isCanary ? `${owner} canary` : owner
    const known = this.#series.get(key)
    if (known) return known
    const series: Series = {
      owner,
      labels: `api="${escapeLabel(api)}",stage="${escapeLabel(stage)}"${isCanary ? ',canary="true"' : ''}`,
      statuses: new Float64Array(10),
      buckets: new Float64Array(bounds.length + 1),
      sum: 0,
      cacheHits: 0,
      cacheMisses: 0,
    }
    this.#series.set(key, series)
    return series
  }
}

export function escapeLabel(text: string): string {
  return text.replace(/[\\"\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`))
}
