import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { keepText } from './keep-text.ts'
import { imported, keep, keptOfTyped, typed } from './kept.fixture.ts'
import { partWithoutSecrets } from './without-secrets.ts'

test.each([
  ['/x-penstock/records/fun_1/environment', 'environment:\n  KEY: hunter2\n'],
  ['/x-penstock/records/fun_1/environment/KEY', 'KEY: hunter2\n'],
  ['/x-penstock/records/fun_1/timeoutMs', 'timeoutMs: 500 # hunter2\n'],
  ['/x-penstock/other/records', 'records:\n  fun_1: {environment: {KEY: hunter2}}\n'],
])('nothing is kept of a place below a member of ours: %s', (place, text) => {
  expect(partWithoutSecrets({ place, text })).toBeUndefined()
})

test.each([
  ['/x-penstock', '# Ours.\nx-penstock:\n'],
  ['/x-penstock/records', 'records: # all\n'],
  ['/x-penstock/other', 'other: 1 # one\n'],
  ['/x-penstock/records/fun_1', '# Ours.\nfun_1:\n  kind: function\n'],
  ['/paths/~1pets', '# All animals.\n/pets: {}\n'],
])('a member that says no secrets is kept as it is written: %s', (place, text) => {
  const part = { place, text }
  expect(partWithoutSecrets(part)).toBe(part)
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
