import { expect, test } from 'vitest'
import { editOf } from './audit-entry.fixture.ts'
import { isApart, mergeNewest } from './merge-newest.ts'

const page = (...ids: string[]) => ({ entries: ids.map((id) => editOf(id)), next: { at: '0', id: '0' } })
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

test('what is new comes first, and older pages stay as they are', () => {
  const loaded = page('4', '3', '2', '1').entries
  expect(ids(mergeNewest(loaded, page('5', '4')))).toEqual(['5', '4', '3', '2', '1'])
  expect(ids(mergeNewest(loaded, page('3', '2')))).toEqual(['4', '3', '2', '1'])
  expect(ids(mergeNewest(loaded, undefined))).toEqual(['4', '3', '2', '1'])
})

test('more than a page at once is noticed, for nothing may be missing between', () => {
  const loaded = page('2', '1').entries
  expect(isApart(loaded, page('4', '3'))).toBe(true)
  expect(isApart(loaded, page('3', '2'))).toBe(false)
  expect(isApart([], { ...page('1'), next: null })).toBe(false)
})
