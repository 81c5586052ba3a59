import { expect, test } from 'vitest'
import { RowIds } from './row-ids.ts'

test('a row is the same one whatever comes or goes before it', () => {
  const ids = new RowIds()
  const [, second] = ['a', 'b', 'c'].map((name) => ids.of(name))
  expect(['b', 'c'].map((name) => ids.of(name))[0]).toBe(second)
  expect(['new', 'b'].map((name) => ids.of(name))[1]).toBe(second)
})

test('a row that is renamed stays the same one, and what takes its old name is another', () => {
  const ids = new RowIds()
  const id = ids.of('a')
  ids.of('b')
  ids.rename('a', 'c')
  expect(ids.of('c')).toBe(id)
  expect(new Set(['a', 'b', 'c'].map((name) => ids.of(name))).size).toBe(3)
})
