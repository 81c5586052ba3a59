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
