import { expect, test } from 'vitest'
import { mergeLines } from './merge-lines.ts'

test.each([
  ['a comment that begins like one of mine', 'x: 1', 'x: 2 # no', 'x: 3 # note', '# no\nx: 3 # note'],
  ['a comment above that ends mine', 'x: 1', '# t\nx: 2', '# at\nx: 3', '# t\n# at\nx: 3'],
  ['the same comment of both', 'x: 1', 'x: 2 # same', 'x: 3 # same', 'x: 3 # same'],
  ['a comment behind a line that I left', 'x: 1\ny: 1', 'x: 1 # t\ny: 1', 'x: 1\ny: 2', 'x: 1 # t\ny: 2'],
])(
  'where both changed the same lines mine stay, with the comments of theirs: %s',
  (_, base, theirs, mine, both) => {
    expect(mergeLines(base, theirs, mine)).toBe(both)
  },
)

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
