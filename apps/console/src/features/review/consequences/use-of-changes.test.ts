import { expect, test } from 'vitest'
import { changeView } from '../change.fixture.ts'
import { byUse, isUsedLike, type UseFilter } from './use-of-changes.ts'

const used = (requests: number) => ({ requests, consumers: 1, isMore: false })
const usageOf = new Map([
  ['busy', { day: used(5), month: used(50) }],
  ['slow', { day: used(0), month: used(90) }],
  ['dead', { day: used(0), month: used(0) }],
  ['new', { day: used(0), month: used(0) }],
  ['words', { day: used(0), month: used(0) }],
])
const changes = ['dead', 'busy', 'words', 'slow', 'unknown', 'new'].map((id) =>
  changeView(id, {
    affects: id === 'words' ? [] : [id],
    ...(id === 'new' ? { action: 'added' } : {}),
  }),
)
const like = (filter: UseFilter) =>
  changes.filter((change) => isUsedLike(change, usageOf, filter)).map(({ id }) => id)

test('changes are found by whether their routes are used', () => {
  expect(like('day')).toEqual(['busy'])
  expect(like('month')).toEqual(['busy', 'slow'])
  expect(like('none')).toEqual(['dead'])
})

test('the most used come first, the others stay in their order', () => {
  expect(byUse(changes, usageOf).map(({ id }) => id)).toEqual([
    'slow',
    'busy',
    'dead',
    'words',
    'unknown',
    'new',
  ])
})
