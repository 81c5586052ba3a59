import type { JsonObject } from '@penstock/model'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { sameJson } from '../json.ts'
import { yamlSchema } from '../read/yaml-schema.ts'
import { bringTo, type LiveText, readText, typeInto, writeText } from './live-text.ts'
import { applyEdits } from './text-tree.ts'

function read(text: string): LiveText {
  const found = readText(text)
  if (!('text' in found)) throw new Error(found.message)
  return found
}

function said(text: string): unknown {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : load(text, { schema: yamlSchema })
}

/** The text after it was made to say what `change` makes of it. */
function changed(text: string, change: (value: JsonObject) => void): string {
  const before = read(text)
  const after = structuredClone(before.value)
  change(after)
  const { edits } = bringTo(before, after)
  const out = applyEdits(text, edits)
  expect(said(out)).toEqual(after)
  return out
}

const yaml = `# The whole API
openapi: 3.1.0   # spoken here
info: {title: Pets, version: "1"}
paths:
  # Everybody's
  /pets:
    # List them
    get:
      operationId: 'list'   # keep me
      tags: [a, b]
      parameters:
        # how many
        - name: limit
          in: query   # of the URL
          schema: {type: integer}
        - name: page
          in: query
      description: |
        # no comment
        text

      responses:
        '200':
          description: ok

  /pets/{id}:
    delete:
      responses: {}
`

describe('an edit writes only what differs', () => {
  test('one text, in the quotes that it had, beside its comment', () => {
    expect(changed(yaml, (value) => void (at(value, 'paths', '/pets', 'get')['operationId'] = 'all'))).toBe(
      yaml.replace("'list'", "'all'"),
    )
  })

  test('a member comes behind the one that it follows and goes with its line', () => {
    const added = changed(yaml, (value) => {
      const { operationId, ...others } = at(value, 'paths', '/pets', 'get')
      at(value, 'paths', '/pets')['get'] = { operationId: operationId!, deprecated: true, ...others }
    })
    expect(added).toBe(yaml.replace('# keep me\n', '# keep me\n      deprecated: true\n'))
    expect(changed(added, (value) => void delete at(value, 'paths', '/pets', 'get')['deprecated'])).toBe(yaml)
  })

  test('an item of a list in brackets, and one on lines', () => {
    expect(
      changed(yaml, (value) => void (at(value, 'paths', '/pets', 'get')['tags'] = ['a', 'x', 'b'])),
    ).toBe(yaml.replace('[a, b]', '[a, "x", b]'))
    const less = changed(yaml, (value) => void list(value, 'paths', '/pets', 'get', 'parameters').pop())
    expect(less).toBe(yaml.replace('        - name: page\n          in: query\n', ''))
    const more = changed(less, (value) => {
      list(value, 'paths', '/pets', 'get', 'parameters').push({ name: 'page', in: 'query' })
    })
    expect(more).toBe(yaml)
  })

  test('a path with all that is below it', () => {
    const less = changed(yaml, (value) => void delete at(value, 'paths')['/pets'])
    expect(less).toContain("# Everybody's")
    expect(less).not.toContain('operationId')
    expect(less.endsWith('  /pets/{id}:\n    delete:\n      responses: {}\n')).toBe(true)
  })

  test('the first member of a section that was not there', () => {
    const more = changed(
      yaml,
      (value) => void (value['components'] = { schemas: { Pet: { type: 'object' } } }),
    )
    expect(more).toBe(`${yaml}components:\n  schemas:\n    Pet:\n      type: object\n`)
  })

  test('JSON keeps its lines and its indentation', () => {
    const json = JSON.stringify(said(yaml), null, 4)
    const more = changed(json, (value) => void (at(value, 'paths', '/pets', 'get')['deprecated'] = true))
    expect(more.split('\n').filter((line) => !json.includes(line))).toEqual([
      expect.stringContaining('"deprecated": true'),
    ])
  })

  test('a text with anchors is written as a whole rather than wrongly', () => {
    const anchored = `openapi: 3.0.0\nx-a: &a {b: 1}\npaths:\n  /p:\n    get: *a\n`
    expect(said(changed(anchored, (value) => void (at(value, 'paths', '/p')['get'] = { c: 2 })))).toEqual({
      openapi: '3.0.0',
      'x-a': { b: 1 },
      paths: { '/p': { get: { c: 2 } } },
    })
  })
})

const key = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', 'c', 'name', 'in', '200', '/p/{x}', 'x y', 'ü', 'true', '#k', '- d'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text !== '__proto__') },
)
const scalar = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'two words',
    '# no comment',
    'a: b',
    'line\nline',
    'end\n\n',
    ' lead',
    '12',
    'no',
    '*a',
    "it's",
  ),
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))
const object = fc.dictionary(key, json, { maxKeys: 4, noNullPrototype: true })
const document = fc.record(
  {
    openapi: fc.constant('3.1.0'),
    info: json,
    paths: object,
    components: fc.record({ schemas: object, parameters: json }, { requiredKeys: [] }),
    'x-root': json,
  },
  { requiredKeys: ['openapi'] },
) as fc.Arbitrary<JsonObject>

describe.each(['yaml', 'json'] as const)(
  'any document in %s',
  (syntax) => {
    test('says what was written, and is read again value by value', () => {
      fc.assert(
        fc.property(document, (value) => {
          const written = writeText(value, syntax)
          expect(sameJson(read(written.text).value, value)).toBe(true)
          expect(bringTo(written, value).edits).toEqual([])
        }),
        { numRuns: 300 },
      )
    })

    test('becomes any other by edits, and says it', () => {
      fc.assert(
        fc.property(document, document, (from, to) => {
          const { edits, after } = bringTo(writeText(from, syntax), to)
          expect(applyEdits(writeText(from, syntax).text, edits)).toBe(after.text)
          expect(sameJson(said(after.text) as JsonObject, to)).toBe(true)
        }),
        { numRuns: 300 },
      )
    })

    test('is read the same whether all of it is read or what was typed', () => {
      fc.assert(
        fc.property(
          document,
          fc.nat(),
          fc.nat(12),
          fc.constantFrom('', 'x', '\n', '  ', ': ', '"', '#', '- ', '{'),
          (value, place, length, typed) => {
            const before = writeText(value, syntax)
            const start = place % (before.text.length + 1)
            const end = Math.min(before.text.length, start + length)
            const edits = [{ start, end, text: typed }]
            const some = typeInto(before, edits)
            const all = readText(applyEdits(before.text, edits))
            expect('text' in some).toBe('text' in all)
            if ('text' in some && 'text' in all) expect(sameJson(some.value, all.value)).toBe(true)
          },
        ),
        { numRuns: 300 },
      )
    })
  },
  60_000,
)

test('what is wrong is told at its line', () => {
  expect(readText(yaml.replace("'list'", "'list"))).toMatchObject({
    code: 'syntax',
    location: { line: expect.any(Number) },
  })
  const before = read(yaml)
  const start = yaml.indexOf('delete:')
  expect(typeInto(before, [{ start, end: start, text: 'x: [\n    ' }])).toMatchObject({
    code: 'syntax',
    location: { line: yaml.slice(0, start).split('\n').length + 1 },
  })
  expect(readText('openapi: 3.1.0\npaths:\n  /a: {}\n  /a: {}\n')).toMatchObject({
    code: 'duplicate-key',
    location: { line: 4, column: 3 },
  })
})

function at(value: JsonObject, ...keys: string[]): JsonObject {
  return keys.reduce((object, name) => object[name] as JsonObject, value)
}

function list(value: JsonObject, ...keys: string[]) {
  return at(value, ...keys) as unknown as JsonObject[]
}
