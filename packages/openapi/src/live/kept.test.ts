import type { ApiRecord, JsonObject } from '@penstock/model'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { componentHint } from '../integration-keys.ts'
import { keepText } from './keep-text.ts'
import { keptOf } from './kept-part.ts'
import { changed, imported, keep, opened, saved, source, typed } from './kept.fixture.ts'
import { LiveDocument } from './live-document.ts'
import { applyEdits } from './text-tree.ts'

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

const asAnimal = (record: ApiRecord) => (record.kind === 'model' ? { ...record, name: 'Animal' } : record)

test('a comment that is deleted after a rename does not come back, nor do others go', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const renamed = changed(definition, asAnimal)
  const later = new LiveDocument(renamed, 'yaml', keptOf(parts))
  const open = opened(definition, source)
  open.drawn(renamed)
  for (const live of [later, open]) {
    expect(live.text).toBe(source.replace('Pet:', 'Animal:'))
    expect(live.toKeep()).toEqual({ put: [], remove: [], left: [] })
    typed(live, ' # as given\n', '\n')
    const server = saved(live, parts)
    expect([...server.keys()]).not.toContain('/components/schemas/Pet')
    expect(new LiveDocument(renamed, 'yaml', server).text).toBe(live.text)
    typed(live, "      # The name is a person's.\n", '')
    const again = saved(live, server.values())
    expect(new LiveDocument(renamed, 'yaml', again).text).not.toMatch(/person's|as given/)
  }
})

test('a comment that is not saved yet goes with what is renamed meanwhile', () => {
  const definition = imported(source.replaceAll(/ *#.*$/gm, ''))
  const live = new LiveDocument(definition)
  typed(live, '    Pet:\n', '    # Sold.\n    Pet: # here\n')
  const before = live.text
  const renamed = changed(definition, asAnimal)
  expect(applyEdits(before, live.drawn(renamed))).toBe(before.replace('Pet:', 'Animal:'))
  expect(new LiveDocument(renamed, 'yaml', saved(live, [])).text).toBe(live.text)
})

test('an integration that is a component has its comments under another name, too', () => {
  const amazon = 'x-amazon-apigateway-integration'
  const text = `openapi: 3.1.0
info: {title: A, version: "1"}
paths:
  /a:
    get:
      responses: {}
      ${amazon}: {$ref: '#/components/${amazon}s/Shop'}
components:
  ${amazon}s:
    Shop:
      type: http_proxy
      httpMethod: GET
      uri: https://shop.example
`
  const definition = imported(text)
  const live = new LiveDocument(definition)
  typed(live, '    Shop:\n', '    # Slow.\n    Shop: # here\n')
  const before = live.text
  live.drawn(
    changed(definition, (record) =>
      record.kind === 'integration'
        ? { ...record, rest: { ...record.rest, [componentHint]: 'Store' } }
        : record,
    ),
  )
  expect(live.text).toBe(before.replaceAll(/Shop(?=:|'|"|}|$)/gm, 'Store'))
})

test('what is kept of a member that has another name by now is kept there with the next save', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const renamed = changed(definition, asAnimal)
  const live = new LiveDocument(renamed, 'yaml', keptOf(parts))
  typed(live, '# the end\n', '# at last\n')
  const server = saved(live, parts)
  expect([...server.keys()].filter((place) => place.startsWith('/components/schemas/'))).toEqual([
    '/components/schemas/Animal',
  ])
  expect(new LiveDocument(renamed, 'yaml', server).text).toBe(live.text)
})

test('what comes back to an open text does so with its comments, also after something else was saved', () => {
  const definition = imported(source)
  const { parts } = keepText(source, definition)
  const live = opened(definition, source)
  const gone = changed(definition, (record) => (record.kind === 'model' ? null : record))
  live.drawn(gone)
  typed(live, '# the end\n', '# at last\n')
  const server = saved(live, parts)
  live.drawn(definition)
  expect(live.text).toContain('name: {type: string} # as given\n')
  typed(live, '# at last\n', '# the end\n')
  expect(new LiveDocument(definition, 'yaml', saved(live, server.values())).text).toBe(live.text)
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

test('an order that is none leaves the members as they are', () => {
  const definition = imported(source)
  const fresh = new LiveDocument(definition)
  for (const text of ['x', '', '{}', '[', 'null'])
    for (const place of ['order:', 'order:/paths'])
      expect(new LiveDocument(definition, 'yaml', keptOf([{ place, text, record: null }])).text).toBe(
        fresh.text,
      )
})
