import type { ApiRecord, Definition, JsonObject } from '@penstock/model'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { exportDocument } from '../export-document.ts'
import { importDocument } from '../import-document.ts'
import { keepText, renderKept } from './keep-text.ts'
import { keptOf } from './kept-part.ts'
import { LiveDocument } from './live-document.ts'
import { mergeLines } from './merge-lines.ts'

const source = `---
# Pets, as the shop sees them.
openapi: 3.1.0
info:
  version: "1"   # bump by hand
  title: Pets

paths: # what is public
  # The list is paged since May.
  /pets:
    get:
      summary: 'List'
      parameters:
        # never more than 100
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        200: &ok
          description: OK
    post:
      responses:
        200: *ok

  # The root comes last.
  /:
    get:
      responses: {"200": {description: OK}}

components:
  schemas:
    Pet:
      type: object
      # The name is a person's.
      properties:
        name: {type: string} # as given
# the end
`

function imported(text: string): Definition {
  const { records, ok, refusal } = importDocument(text)
  expect(ok, refusal).toBe(true)
  return new Map(records.map((record) => [record.id, record]))
}

function opened(definition: Definition, text: string) {
  return new LiveDocument(definition, 'yaml', keptOf(keepText(text, definition).parts))
}

function changed(definition: Definition, change: (record: ApiRecord) => ApiRecord | null): Definition {
  const next = new Map<string, ApiRecord>()
  for (const [id, record] of definition) {
    const after = change(record)
    if (after) next.set(id, after)
  }
  return next
}

/** What is to be kept, and is from then on. */
function keep(live: LiveDocument) {
  const change = live.toKeep()
  live.keep(change)
  return change
}

function typed(live: LiveDocument, from: string, to: string) {
  const start = live.text.indexOf(from)
  expect(start).toBeGreaterThanOrEqual(0)
  expect(live.typed([{ start, end: start + from.length, text: to }]).errors).toBeUndefined()
}

test('an imported text is opened again as it was written, order, quotes and anchors included', () => {
  const definition = imported(source)
  expect(opened(definition, source).text).toBe(source)
})

test('what was edited meanwhile is the smallest change of what was written', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const later = changed(definition, (record) =>
    record.kind === 'model'
      ? { ...record, schema: { ...(record.schema as JsonObject), description: 'An animal' } }
      : record,
  )
  const { text } = new LiveDocument(later, 'yaml', keptOf(parts))
  expect(text).toBe(source.replace('as given\n', 'as given\n      description: An animal\n'))
})

test('comments go with the record that they are about when it is renamed, and come back with it', () => {
  const definition = imported(source)
  const kept = keptOf(keepText(source, definition).parts)
  const renamed = changed(definition, (record) =>
    record.kind === 'model' ? { ...record, name: 'Animal' } : record,
  )
  expect(new LiveDocument(renamed, 'yaml', kept).text).toBe(source.replace('Pet:', 'Animal:'))
  const without = changed(definition, (record) => (record.kind === 'model' ? null : record))
  expect(new LiveDocument(without, 'yaml', kept).text).not.toContain('as given')
  expect(new LiveDocument(definition, 'yaml', kept).text).toBe(source)
})

test('a comment that is typed is kept, and no longer once it is deleted', () => {
  const definition = imported(source.replaceAll(/ *#.*$/gm, ''))
  const live = new LiveDocument(definition)
  typed(live, '  /pets:\n', '  # Paged.\n  /pets:\n')
  const { put, remove } = keep(live)
  expect(put.map(({ place }) => place)).toEqual(['/paths/~1pets'])
  expect(put[0]!.text).toMatch(/^# Paged\.\n\/pets:\n {2}get:/)
  expect(remove).toEqual([])
  expect(keep(live)).toEqual({ put: [], remove: [], left: [] })
  expect(new LiveDocument(definition, 'yaml', keptOf(put)).text).toBe(live.text)
  typed(live, '  # Paged.\n', '')
  expect(keep(live)).toEqual({ put: [], remove: ['/paths/~1pets'], left: [] })
})

test('comments at the end are kept by themselves; a member that is too long is named', () => {
  const long = `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\nx-long: ${'x'.repeat(300_000)}\n`
  const definition = imported(long)
  const live = new LiveDocument(definition)
  live.typed([{ start: live.text.length, end: live.text.length, text: '# the end\n' }])
  const { put, left } = keep(live)
  expect(put).toEqual([{ place: 'end:', text: '# the end\n', record: null }])
  expect(left).toEqual([])
  expect(new LiveDocument(definition, 'yaml', keptOf(put)).text).toBe(live.text)
  typed(live, 'x-long:', '# long\nx-long:')
  expect(live.toKeep()).toEqual({ put: [], remove: [], left: ['x-long'] })
})

test('an order that is typed is kept', () => {
  const definition = imported(source)
  const live = new LiveDocument(definition)
  const at = live.text.indexOf('  /:\n')
  const end = live.text.indexOf('  /pets:\n')
  const root = live.text.slice(at, end)
  typed(live, root, '')
  const last = live.text.indexOf('components:')
  live.typed([{ start: last, end: last, text: root }])
  const { put } = keep(live)
  expect(put.map(({ place }) => place)).toContain('order:/paths')
  const again = new LiveDocument(live.definition, 'yaml', keptOf(put))
  expect(again.text.indexOf('  /pets:')).toBeLessThan(again.text.indexOf('  /:\n'))
})

test('edits of records alone leave nothing to keep', () => {
  const definition = imported(source)
  const live = opened(definition, source)
  const later = changed(definition, (record) =>
    record.kind === 'method' ? { ...record, summary: 'Other' } : record,
  )
  live.drawn(later)
  expect(keep(live)).toEqual({ put: [], remove: [], left: [] })
})

test('what two wrote above the same member is there for both', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const [mine, theirs] = [opened(definition, source), opened(definition, source)]
  typed(theirs, '  # The list is paged since May.\n', '  # The list is paged since May.\n  # Theirs.\n')
  const { put } = keep(theirs)
  typed(mine, "summary: 'List'\n", "summary: 'List' # mine\n")
  const before = mine.text
  const edits = mine.annotated(put)
  expect(edits).toHaveLength(1)
  expect(mine.text).toContain('  # Theirs.\n')
  expect(mine.text).toContain("summary: 'List' # mine\n")
  expect(mine.text).toBe(before.replace('since May.\n', 'since May.\n  # Theirs.\n'))
  // And what both said is what is kept.
  const kept = keptOf([...parts, ...put, ...keep(mine).put])
  expect(new LiveDocument(definition, 'yaml', kept).text).toBe(mine.text)
})

test('an export in YAML has the comments and order of the text, and says the same', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const document = exportDocument(definition, { format: 'oas31', extensions: 'penstock' })
  const text = renderKept(document, parts, definition)
  for (const comment of source.matchAll(/#.*$/gm)) expect(text).toContain(comment[0])
  expect(load(text)).toEqual(load(JSON.stringify(document)))
  expect(imported(text)).toEqual(imported(JSON.stringify(document)))
})

test('JSON is written in the order that was kept; an import of JSON keeps its order', () => {
  const json = { openapi: '3.1.0', paths: { '/b': {}, '/a': {} }, info: { version: '1', title: 'A' } }
  const definition = imported(JSON.stringify(json))
  const { syntax, parts } = keepText(JSON.stringify(json), definition)
  expect(syntax).toBe('json')
  expect(new LiveDocument(definition, 'json', keptOf(parts)).text).toBe(`${JSON.stringify(json, null, 2)}\n`)
})

test('anchors of one member that others refer to stay', () => {
  const torn = source.replace('responses: {"200": {description: OK}}', 'responses: {"200": *ok}')
  const definition = imported(torn)
  expect(keepText(torn, definition).parts.map(({ place }) => place)).toEqual([''])
  expect(opened(definition, torn).text).toBe(torn)
})

test('lines that no longer fit are left out rather than believed', () => {
  const definition = imported(source)
  const bad = ['/pets: [', 'a: 1\nb: 2\n', '', '# only a comment\n', '- x\n']
  for (const text of bad) {
    const kept = keptOf([
      { place: '/paths/~1pets', text, record: null },
      { place: '/paths', text, record: null },
    ])
    const live = new LiveDocument(definition, 'yaml', kept)
    expect((load(live.text) as JsonObject)['paths']).toEqual(
      (load(new LiveDocument(definition).text) as JsonObject)['paths'],
    )
  }
})

test('a large text without comments costs nothing', () => {
  const long = `openapi: 3.1.0\ninfo:\n  title: A\n  version: "1"\n  description: "${'x'.repeat(1_100_000)}"\npaths: {}\n`
  expect(keepText(long, imported(long)).parts).toEqual([])
})

test('edits of two are merged line by line; comments of both stay', () => {
  expect(mergeLines('a\nb\nc', 'a\n# t\nb\nc', 'a\nb\nC')).toBe('a\n# t\nb\nC')
  expect(mergeLines('a\nb', 'a\n# t\nb', 'a\n# m\nb')).toBe('a\n# t\n# m\nb')
  expect(mergeLines('# o\na', '# t\na', '# m\na')).toBe('# t\n# m\na')
  expect(mergeLines('a', 'b', 'c')).toBe('c')
  expect(mergeLines('a\nb', 'a\nb', 'b')).toBe('b')
})
