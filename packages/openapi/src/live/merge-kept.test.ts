import { expect, test } from 'vitest'
import { keepText } from './keep-text.ts'
import { keptOf } from './kept-part.ts'
import { imported, keep, opened, source, typed } from './kept.fixture.ts'
import { LiveDocument } from './live-document.ts'
import { applyEdits } from './text-tree.ts'

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
