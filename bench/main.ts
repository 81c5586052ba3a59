import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import type { Measure, Row } from './measure.ts'
import { consoleMeasure } from './measures/console.ts'
import { deployUnderLoad } from './measures/deploy-under-load.ts'
import { importAndPlan } from './measures/import-and-plan.ts'
import { start } from './measures/start.ts'

const measures: readonly Measure[] = [start, importAndPlan, deployUnderLoad, consoleMeasure]

const wanted = process.argv.slice(2)
const cpu = cpus()
console.log(
  `${cpu[0]?.model ?? 'unknown CPU'}, ${cpu.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node.js ${process.version}\n`,
)
const rows: Row[] = []
for (const measure of measures) {
  if (wanted.length && !wanted.includes(measure.name)) continue
  for (const result of await measure.run()) {
    rows.push(result)
    console.log(show(result))
  }
}
const results = new URL('results/', import.meta.url)
await mkdir(results, { recursive: true })
await writeFile(
  new URL('latest.json', results),
  JSON.stringify({ cpu: cpu[0]?.model, cores: cpu.length, node: process.version, rows }, null, 2),
)

function show({ what, unit, limit, median, p95, runs, judged, note }: Row): string {
  const met = (judged === 'p95' ? p95 : median) <= limit
  const figure = (value: number) =>
    value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2)
  const spread = runs > 1 ? ` (median ${figure(median)}, p95 ${figure(p95)}, ${runs} runs)` : ''
  return `${met ? 'met   ' : 'MISSED'}  ${what}: ${figure(judged === 'p95' ? p95 : median)} ${unit}, at most ${limit}${spread}${note ? ` · ${note}` : ''}`
}
