import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeBack } from './take-back.ts'

test.each([
  ['nothing else happened', 'a\nb', 'a\n# m\nb', 'a\n# m\nb', 'a\nb'],
  ['a comment between two of mine', 'a\nb', 'a\n# m\n# n\nb', 'a\n# m\n# t\n# n\nb', 'a\n# t\nb'],
  ['a comment above and one below mine', 'a\nb', 'a\n# m\nb', 'a\n# t\n# m\n# u\nb', 'a\n# t\n# u\nb'],
  ['a line that stayed between two edits', 'a\nb\nc', '# m\na\nb\nc # m', '# m\na\nB\nc # m', 'a\nB\nc'],
  ['a comment of mine that comes back', '# m\na\nb', 'a\nb', 'a\n# t\nb', '# m\na\n# t\nb'],
  ['a line that both changed', 'a: 1', 'a: 1 # m', 'a: 2 # m', 'a: 2 # m'],
  ['a line of mine that another removed', 'a', 'a\n# m', 'a', 'a'],
  ['all of it was removed', 'a\nb', 'a\n# m\nb', '', ''],
])('an edit is taken back where others wrote: %s', (_, before, typed, now, after) => {
  expect(takeBack(before, typed, now)).toBe(after)
})

const lines = fc.array(fc.constantFrom<string>('a', 'b', 'c', '# m', ''), { maxLength: 8 })

test('what others added stays, and without others an edit is taken back as it was', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(8), (before, typed, at) => {
      const [from, to] = [before.join('\n'), typed.join('\n')]
      expect(takeBack(from, to, to)).toBe(from)
      const now = typed.toSpliced(at, 0, '# theirs').join('\n')
      expect(takeBack(from, to, now).split('\n')).toContain('# theirs')
    }),
  )
})
