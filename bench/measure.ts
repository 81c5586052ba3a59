/** One row of the table that `npm run bench` prints. Values are in `unit`; at most `limit`. */
export interface Row {
  readonly what: string
  readonly unit: 'µs' | 'ms' | 's' | 'kB' | 'MB' | 'GB' | '%' | '×' | 'answers'
  readonly limit: number
  readonly median: number
  readonly p95: number
  readonly runs: number
  /** Which of the two figures the limit is about. */
  readonly judged: 'median' | 'p95'
  readonly note?: string
  /** Share of the machine's processors that was busy when it began, where that was waited for. */
  readonly busy?: number
  /** What the host of a virtual machine did to the samples, if anything. */
  readonly host?: string
}

export interface MeasureOptions {
  /** For development: fewer and shorter runs, named as such where it is printed. */
  readonly isShort: boolean
  /** Only the parts of a measure with these words in their names; all if there are none. */
  readonly only: readonly string[]
}

export interface Measure {
  readonly name: string
  /** Rows as they come, or all at the end. */
  run(options: MeasureOptions): AsyncIterable<Row> | Promise<readonly Row[]>
}

export function row(
  what: string,
  unit: Row['unit'],
  limit: number,
  samples: readonly number[],
  extra: Partial<Row> = {},
): Row {
  return {
    what,
    unit,
    limit,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    runs: samples.length,
    judged: 'median',
    ...extra,
  }
}

/** Nearest-rank quantile. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
