import {
  type ApiRecord,
  type Definition,
  definitionOf,
  diffDefinitions,
  emptyDiff,
  type JsonObject,
} from '@penstock/model'
import { expect, test } from 'vitest'
import { changes, list, model, pets, without } from './definition.fixture.ts'
import { compareRecords, describeChange, describeSummary, judge, summarize } from './index.ts'

const before = pets(list({ summary: 'a', parameters: [{ name: 'since', in: 'query' }] }), model('Pet', {}))
const after = without(
  pets(list({ summary: 'b', parameters: [{ name: 'after', in: 'query' }] }), model('Dog', {})),
  'met_create',
)

test('nothing changed, nothing to judge', () => {
  expect(judge(before, before, emptyDiff)).toEqual([])
})

test('the worst comes first, and the order of records does not matter', () => {
  const found = changes(before, after)
  expect(found.map((change) => `${change.verdict} ${change.title}`)).toEqual([
    'breaking Remove POST /pets',
    'risky Rename query parameter since to after in GET /pets and 1 more edit',
    'safe Add model Dog',
    'safe Remove model Pet',
  ])
  const [from, to] = [new Map([...before].reverse()), new Map([...after].reverse())]
  expect(judge(from, to, diffDefinitions(from, to))).toEqual(found)
})

test('a change carries all its findings with their places, and its fields', () => {
  const change = changes(before, after)[1]!
  expect(change.findings).toEqual([
    {
      check: 'optional-parameter-renamed',
      verdict: 'risky',
      message:
        'The query parameter since is called after now: what callers send by the old name may be ignored.',
      location: { record: 'met_list', path: ['parameters', 0] },
      before: { record: 'met_list', path: ['parameters', 0] },
      after: { record: 'met_list', path: ['parameters', 0] },
    },
    {
      check: 'documentation-changed',
      verdict: 'documentation',
      message: 'Documentation: summary changed.',
      location: { record: 'met_list', path: ['summary'] },
      before: { record: 'met_list', path: ['summary'] },
      after: { record: 'met_list', path: ['summary'] },
    },
  ])
  expect(change.fields).toEqual([
    { path: ['parameters', 'query after'], after: { name: 'after', in: 'query' } },
    { path: ['parameters', 'query since'], before: { name: 'since', in: 'query' } },
    { path: ['summary'], before: 'a', after: 'b' },
  ])
})

test('the order of keys in records leaves no trace', () => {
  const shuffled = (definition: Definition): Definition =>
    new Map([...definition].map(([id, record]) => [id, backwards(record)]))
  expect(changes(shuffled(before), shuffled(after))).toEqual(changes(before, after))
  const schemas: JsonObject[] = [
    { properties: { a: {}, b: {}, c: { type: 'string' } } },
    { properties: { c: { type: 'integer' } } },
  ]
  const [from, to] = schemas.map((schema) =>
    pets(list({ responses: { 200: { content: { 'a/b': { schema } } } } })),
  )
  expect(changes(shuffled(from!), shuffled(to!))).toEqual(changes(from!, to!))
})

function backwards<T>(value: T): T {
  if (Array.isArray(value)) return value.map(backwards) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, member]) => [key, backwards(member)])) as T
}

test('a change and a list of changes in plain text', () => {
  const found = changes(before, after)
  expect(describeChange(found[0]!)).toEqual([
    '- Remove POST /pets (breaking)',
    '    breaking: POST /pets is gone: calls to it fail. [operation-removed]',
  ])
  expect(describeSummary(summarize(found))).toBe('4 changes: 1 breaking, 1 risky, 2 safe · 2 routes')
  expect(describeSummary(summarize([]))).toBe('No changes')
})

test('fields are compared by structure: parameters by place and name, defaults not at all', () => {
  const parameter = (name: string, more: JsonObject = {}): JsonObject => ({ name, in: 'query', ...more })
  const from = list({ parameters: [parameter('a'), parameter('b')], tags: ['x'] })
  const to = list({
    parameters: [parameter('b', { required: true }), parameter('a')],
    tags: ['x', 'y'],
    apiKeyRequired: false,
  })
  expect(compareRecords(from, to)).toEqual([
    { path: ['parameters', 'query b', 'required'], after: true },
    { path: ['tags'], before: ['x'], after: ['x', 'y'] },
  ])
})

test('the environment of a function changes without being shown', () => {
  const fn = (KEY: string): ApiRecord => ({
    kind: 'function',
    id: 'fun_1',
    name: 'f',
    code: '',
    environment: { KEY },
  })
  const [from, to] = [definitionOf([fn('hunter2')]), definitionOf([fn('hunter3')])]
  for (const [a, b] of [
    [from, to],
    [from, definitionOf([])],
    [definitionOf([]), to],
  ] as const) {
    const found = judge(a, b, diffDefinitions(a, b))
    expect(found).toHaveLength(1)
    expect(JSON.stringify(found)).not.toContain('hunter')
    expect(found[0]!.fields).toHaveLength(a.size && b.size ? 1 : 0)
  }
})
