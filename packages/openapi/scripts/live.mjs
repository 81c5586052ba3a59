// How long edits take between a definition and its text, and how little of the text they touch.
//
//   node --import tsx --conditions=@penstock/source packages/openapi/scripts/live.mjs FILE…
import { readFileSync } from 'node:fs'
import { definitionOf, recordsOf } from '@penstock/model'
import { importDocument } from '../src/index.ts'
import { LiveDocument } from '../src/live/index.ts'

for (const file of process.argv.slice(2)) {
  const { records } = importDocument(readFileSync(file, 'utf8'))
  for (const syntax of ['yaml', 'json']) measure(file, definitionOf(records), syntax)
}

function measure(file, definition, syntax) {
  const started = performance.now()
  const live = new LiveDocument(definition, syntax)
  const opened = performance.now() - started
  const methods = [...recordsOf(definition, 'method')]
  const canvas = []
  const keys = []
  let touched = 0
  for (let round = 0; round < 40; round++) {
    const { id } = methods[Math.floor((round / 40) * methods.length)]
    const next = new Map(live.definition)
    next.set(id, { ...next.get(id), summary: `Edited ${round}` })
    canvas.push(time(() => (touched += live.drawn(next).length)))
    const at = live.text.indexOf(`Edited ${round}`)
    keys.push(time(() => live.typed([{ start: at, end: at, text: 'x' }])))
  }
  console.log(file.split('/').at(-1), syntax, {
    operations: methods.length,
    megabytes: Number((live.text.length / 1e6).toFixed(1)),
    openMs: Math.round(opened),
    canvasToText: figures(canvas),
    keystrokeToGraph: figures(keys),
    editsPerChange: touched / 40,
  })
}

function time(run) {
  const started = performance.now()
  run()
  return performance.now() - started
}

function figures(samples) {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] * 10) / 10
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
