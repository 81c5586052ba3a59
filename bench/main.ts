import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Measure, MeasureOptions, Row } from './measure.ts'
import { consoleMeasure } from './measures/console/index.ts'
import { deployUnderLoad } from './measures/deploy-under-load.ts'
import { gateway } from './measures/gateway/index.ts'
import { httpCore } from './measures/http-core.ts'
import { importAndPlan } from './measures/import-and-plan.ts'
import { pages } from './measures/pages.ts'
import { start } from './measures/start.ts'

const measures: readonly Measure[] = [
  start,
  importAndPlan,
  deployUnderLoad,
  gateway,
  pages,
  consoleMeasure,
  httpCore,
]

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const usage = `npm run bench -- [measure …] [--only=part,…] [--short]

Measures: ${measures.map(({ name }) => name).join(', ')}. All of them where none is named.`
if (values.help) {
  console.log(usage)
  process.exit()
}
const unknown = wanted.filter((name) => !measures.some((measure) => measure.name === name))
if (unknown.length) {
  console.error(`There is no measure called ${unknown.join(', ')}.\n\n${usage}`)
  process.exit(2)
}
const options: MeasureOptions = {
  isShort: values.short,
  only: values.only.flatMap((words) => words.split(',')),
}
const cpu = cpus()
console.log(
  `${cpu[0]?.model ?? 'unknown CPU'}, ${cpu.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node.js ${process.version}${options.isShort ? ' (short)' : ''}\n`,
)
const rows: Row[] = []
for (const measure of measures) {
  if (wanted.length && !wanted.includes(measure.name)) continue
  const results = measure.run(options)
  for await (const result of 'then' in results ? await results : results) {
    rows.push(result)
    console.log(show(result))
  }
}
const results = new URL('results/', import.meta.url)
await mkdir(results, { recursive: true })
await writeFile(
  new URL('latest.json', results),
  JSON.stringify({ cpu: cpu[0]?.model, cores: cpu.length, node: process.version, ...options, rows }, null, 2),
)

function show({ what, unit, limit, median, p95, runs, judged, note, busy, host }: Row): string {
  const met = (judged === 'p95' ? p95 : median) <= limit
  const figure = (value: number) =>
    value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(2)
  const spread = runs > 1 ? ` (median ${figure(median)}, p95 ${figure(p95)}, ${runs} runs)` : ''
  const notes = [
    note,
    host,
    busy === undefined ? undefined : `machine ${(busy * 100).toFixed(0)} % busy before`,
  ]
  const said = notes.flatMap((each) => (each === undefined ? [] : ` · ${each}`)).join('')
  return `${met ? 'met   ' : 'MISSED'}  ${what}: ${figure(judged === 'p95' ? p95 : median)} ${unit}, at most ${limit}${spread}${said}`
}
