import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { areUnique as areUniquePaid } from './unique-items.ts'

const areUnique = (items: readonly unknown[]) => areUniquePaid(items, () => {})

test('a list is unique where no two of its items are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }), (items) => {
      // JSON knows one zero.
      const read = JSON.parse(JSON.stringify(items).replaceAll('-0', '0')) as unknown[]
      const unique = read.every((item, i) => read.findIndex((other) => isDeepStrictEqual(item, other)) === i)
      expect(areUnique(read)).toBe(unique)
    }),
  )
})

test('the order of members makes no difference, the order of items does', () => {
  expect(
    areUnique([
      { a: 1, b: [1, 2] },
      { b: [1, 2], a: 1 },
    ]),
  ).toBe(false)
  expect(
    areUnique([
      [1, 2],
      [2, 1],
    ]),
  ).toBe(true)
  expect(areUnique(['1', 1, 's1', null, 'null', true, 'true'])).toBe(true)
})

test('takes time that grows with the list', () => {
  const items = Array.from({ length: 100_000 }, (_, id) => ({ id }))
  expect(areUnique(items)).toBe(true)
})
