import type { ApiRecord, Definition, JsonObject } from '@penstock/model'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { exportDocument } from '../export-document.ts'
import { importDocument } from '../import-document.ts'
import { componentHint } from '../integration-keys.ts'
import { keepText, renderKept } from './keep-text.ts'
import { type KeptPart, keptOf } from './kept-part.ts'
import { LiveDocument } from './live-document.ts'
import { mergeLines } from './merge-lines.ts'
import { applyEdits } from './text-tree.ts'

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

/** What is kept of these parts after what was typed is saved. */
function saved(live: LiveDocument, parts: Iterable<KeptPart>) {
  const server = new Map(keptOf(parts))
  const { put, remove } = keep(live)
  for (const place of remove) server.delete(place)
  for (const part of put) server.set(part.place, part)
  return server
}

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

/** What two keep of one text, each after the other: theirs first, then mine once I heard of it. */
function both(text: string, theirEdit: (live: LiveDocument) => void, myEdit: (live: LiveDocument) => void) {
  const definition = imported(text)
  const { parts } = keepText(text, definition)
  const [mine, theirs] = [opened(definition, text), opened(definition, text)]
  const server = new Map(keptOf(parts))
  const save = (live: LiveDocument) => {
    const { put, remove } = keep(live)
    for (const place of remove) server.delete(place)
    for (const part of put) server.set(part.place, part)
    return [...put, ...remove.map((place) => ({ place, text: null, record: null }))]
  }
  theirEdit(theirs)
  const said = save(theirs)
  myEdit(mine)
  const shown = mine.text
  const edits = mine.annotated(said)
  expect(applyEdits(shown, edits)).toBe(mine.text)
  theirs.annotated(save(mine))
  expect(theirs.text).toBe(mine.text)
  expect(new LiveDocument(definition, 'yaml', server).text).toBe(mine.text)
  return mine.text
}

const mineInIt = (live: LiveDocument) => typed(live, "summary: 'List'\n", "summary: 'List' # mine\n")

test('what somebody else wrote at the end of the text stays when one’s own is saved', () => {
  const end = (live: LiveDocument) => typed(live, '# the end\n', '# the end\n# Theirs.\n')
  expect(both(source, end, mineInIt)).toMatch(/# mine\n[^]*# the end\n# Theirs\.\n$/)
  const mine = (live: LiveDocument) => typed(live, '# the end\n', '# the end\n# Mine.\n')
  expect(both(source, end, mine)).toMatch(/# the end\n# Theirs\.\n# Mine\.\n$/)
  const without = source.replace('# the end\n', '')
  const first = (live: LiveDocument) =>
    void live.typed([{ start: live.text.length, end: live.text.length, text: '# Theirs.\n' }])
  expect(both(without, first, mineInIt)).toMatch(/# mine\n[^]*# as given\n# Theirs\.\n$/)
})

/** The lines from one to another in front of a third. */
function move(live: LiveDocument, from: string, to: string, before: string) {
  const [start, end] = [live.text.indexOf(from), live.text.indexOf(to)]
  const lines = live.text.slice(start, end)
  live.typed([{ start, end, text: '' }])
  const at = live.text.indexOf(before)
  live.typed([{ start: at, end: at, text: lines }])
}

test('an order that somebody else chose stays when one’s own is saved', () => {
  const rootFirst = (live: LiveDocument) =>
    move(live, '\n  # The root', '\ncomponents:', '  # The list is paged')
  const text = both(source, rootFirst, mineInIt)
  expect(text.indexOf('  # The root comes last.\n  /:\n')).toBeLessThan(text.indexOf('  # The list is paged'))
  expect(text).toContain('# mine')
  const pathsLast = (live: LiveDocument) => {
    move(live, 'paths:', '\ncomponents:', '# the end')
  }
  const moved = both(source, pathsLast, mineInIt)
  expect(moved).toMatch(/^---\n# Pets[^]*\ncomponents:[^]*\npaths: #[^]*# mine[^]*# the end\n$/)
})

test('two who choose an order of different members get both', () => {
  const paths = ['a', 'b', 'c', 'd', 'e'].map((name) => `  # ${name}\n  /${name}: {}\n`)
  const text = `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n${paths.join('')}`
  const said = both(
    text,
    (live) => move(live, '  # b', '  # c', '  # a'),
    (live) => move(live, '  # d', '  # e', '  # c'),
  )
  expect(said.match(/^ {2}\/./gm)).toEqual(['  /b', '  /a', '  /d', '  /c', '  /e'])
})

test('a text that somebody else made one that does not come apart stays, with one’s own', () => {
  const tear = (live: LiveDocument) => {
    typed(live, 'openapi: 3.1.0\n', 'openapi: 3.1.0 # theirs\n')
    typed(live, 'responses: {"200": {description: OK}}', 'responses: {"200": *ok}')
  }
  const text = both(source, tear, mineInIt)
  expect(text).toContain('# theirs')
  expect(text).toContain('*ok}')
  expect(text).toContain('# mine')
})

test('a text that comes apart again by somebody else’s hand stays so, with one’s own', () => {
  const torn = source.replace('responses: {"200": {description: OK}}', 'responses: {"200": *ok}')
  const mend = (live: LiveDocument) => typed(live, '{"200": *ok}', '{"200": {description: OK}} # theirs')
  const text = both(torn, mend, mineInIt)
  expect(text).toContain('# theirs')
  expect(text).toContain('# mine')
})

test('what is saved of a member while somebody else makes the text one that does not come apart is in that text', () => {
  const definition = imported(source)
  const [live, other] = [opened(definition, source), opened(definition, source)]
  typed(live, 'responses: {"200": {description: OK}}', 'responses: {"200": *ok}')
  expect(keep(live).put.map(({ place }) => place)).toEqual([''])
  mineInIt(other)
  live.annotated(keep(other).put)
  expect(live.text).toContain("summary: 'List' # mine\n")
  expect(live.text).toContain('*ok}')
  expect(keep(live).put).toEqual([{ place: '', text: live.text, record: null }])
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
  expect(mergeLines('  a', '  a # t', '  # m\n  a')).toBe('  # m\n  a # t')
  expect(mergeLines('  a', '  # t\n  a', '  a # m')).toBe('  # t\n  a # m')
  expect(mergeLines('  a', '  a # t', '  a # m')).toBe('  # t\n  a # m')
  expect(mergeLines('a: x', "a: 'x # y'", 'a: z')).toBe('a: z')
  expect(mergeLines('a\nb', 'a\nb', 'b')).toBe('b')
})

/** The description of an API with a function whose environment says a secret. */
const withSecret = `openapi: 3.1.0
info: {title: A, version: "1"}
paths: {}
x-penstock:
  records:
    # Ours.
    fun_1:
      kind: function
      name: f
      code: return 1 # one
      # Of the shop.
      environment:
        KEY: hunter2
        # KEY: hunter1
      timeoutMs: 500
`

/** What is kept of a text that is typed in place of another. */
function keptOfTyped(text: string) {
  const live = new LiveDocument(imported('openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n'))
  const { errors } = live.typed([{ start: 0, end: live.text.length, text }])
  expect(errors).toBeUndefined()
  return { live, kept: live.toKeep() }
}

const ways = {
  'in lines': withSecret,
  'in braces': withSecret.replace(
    /x-penstock:[^]*/,
    (lines) => `# Ours.\nx-penstock: ${JSON.stringify(load(lines)?.['x-penstock' as never])}\n`,
  ),
  'as a record in braces': withSecret.replace(
    / fun_1:[^]*/,
    ' fun_1: {kind: function, name: f, code: return 1, environment: {KEY: hunter2}}\n',
  ),
  'with anchors of others': withSecret.replace('info: {', 'x-key: &a 1\nx-other: *a\ninfo: {'),
  'all in braces': `---\n# Ours.\n${JSON.stringify(load(withSecret))}\n`,
  'under a key with escapes': withSecret.replace('x-penstock', '"x-penst\\u006fck"'),
  'with keys that are merged': withSecret.replace('paths: {}', 'paths: {}\n<<: {x-more: 1}'),
  'as JSON': JSON.stringify(load(withSecret)),
}

test.each(Object.entries(ways))('secrets are not kept with the text around them: %s', (_, text) => {
  expect(text).toContain('hunter2')
  const { parts } = keepText(text, imported(text))
  expect(JSON.stringify(parts)).not.toMatch(/hunter|KEY/)
  if (text.startsWith('{')) return
  const { kept } = keptOfTyped(text)
  expect(JSON.stringify(kept)).not.toMatch(/hunter|KEY/)
})

test('comments beside a secret are kept, and nothing more of it once it was saved', () => {
  const { live, kept } = keptOfTyped(withSecret)
  expect(kept.left).toEqual([])
  const part = kept.put.find(({ place }) => place === '/x-penstock/records/fun_1')
  expect(part?.text).toBe(
    '# Ours.\nfun_1:\n  kind: function\n  name: f\n  code: return 1 # one\n  # Of the shop.\n  timeoutMs: 500\n',
  )
  expect(keepText(withSecret, imported(withSecret)).parts).toContainEqual({ ...part, record: null })
  live.keep(kept)
  typed(live, '# one', '# two')
  expect(keep(live).put.map(({ place }) => place)).toEqual(['/x-penstock/records/fun_1'])
  typed(live, 'hunter2', 'hunter3')
  expect(keep(live)).toEqual({ put: [], remove: [], left: [] })
})

test('a whole text that can be told without its secrets is; one that can\u2019t is left, and said', () => {
  const { kept } = keptOfTyped(ways['all in braces'])
  expect(kept.put[0]?.text).toContain('# Ours.')
  expect(keptOfTyped(ways['with anchors of others']).kept.put[0]?.text).toContain('# Of the shop.')
  const torn = ways['as a record in braces'].replace('info: {', 'x-key: &a 1\nx-other: *a\ninfo: {')
  expect(keptOfTyped(torn).kept).toEqual({ put: [], remove: [], left: [''] })
  expect(keepText(torn, imported(torn))).toEqual({ syntax: 'yaml', parts: [], left: 1 })
})

test.each([
  '{openapi: 3.1.0, info: {title: A, version: "1"}, paths: {}}',
  '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {},}',
  '{"openapi": "3.1.0", # ours\n"info": {"title": "A", "version": "1"}, "paths": {}}',
])('what begins like JSON and is YAML is imported: %s', (text) => {
  const definition = imported(text)
  const { syntax, parts } = keepText(text, definition)
  expect(syntax).toBe('yaml')
  expect(load(new LiveDocument(definition, 'yaml', keptOf(parts)).text)).toEqual(load(text))
})

test('a text that nothing can be kept of is imported all the same', () => {
  class Torn extends Map<string, ApiRecord> {
    override values(): never {
      throw new Error('torn')
    }
  }
  expect(keepText(source, new Torn())).toEqual({ syntax: 'yaml', parts: [], left: 1 })
  const tab = 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n"x-\t": 1 # one\n'
  expect(load(opened(imported(tab), tab).text)).toEqual(load(tab))
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

test('places that are too long for a key are not kept, and are said', () => {
  const long = `/${'äö'.repeat(500)}`
  const text = `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths:\n  # Long.\n  ${long}: {}\n  # Short.\n  /a: {}\n`
  const { parts, left } = keepText(text, imported(text))
  expect(parts.map(({ place }) => place)).toContain('/paths/~1a')
  expect(parts.filter(({ place }) => place.length > 800)).toEqual([])
  expect(left).toBe(1)
  const { kept } = keptOfTyped(text)
  expect(kept.put.map(({ place }) => place)).toContain('/paths/~1a')
  expect(kept.left).toEqual([long])
})
