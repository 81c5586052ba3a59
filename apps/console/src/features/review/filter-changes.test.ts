import { expect, it } from 'vitest'
import { changeView } from './change.fixture.ts'
import { filterChanges } from './filter-changes.ts'

const changes = [
  changeView('a', { title: 'Remove POST /rides', verdict: 'breaking' }),
  changeView('b', { title: 'Change model Ride', kind: 'model' }),
  changeView('c', {
    title: 'Change GET /rides',
    findings: [
      {
        check: 'parameter-removed',
        verdict: 'risky',
        message: 'The query parameter Since is gone.',
        location: {},
      },
    ],
  }),
]
const shown = (filter: Parameters<typeof filterChanges>[1]) =>
  filterChanges(changes, filter).map(({ id }) => id)

it('shows everything where nothing is asked for', () => {
  expect(filterChanges(changes, {})).toBe(changes)
  expect(shown({ text: '  ' })).toEqual(['a', 'b', 'c'])
})

it('shows one verdict, one kind, or both', () => {
  expect(shown({ verdict: 'breaking' })).toEqual(['a'])
  expect(shown({ kind: 'model' })).toEqual(['b'])
  expect(shown({ verdict: 'breaking', kind: 'model' })).toEqual([])
})

it('finds words in titles, checks and messages, in any order and case', () => {
  expect(shown({ text: 'rides GET' })).toEqual(['c'])
  expect(shown({ text: 'parameter-rem' })).toEqual(['c'])
  expect(shown({ text: 'since' })).toEqual(['c'])
  expect(shown({ text: 'rides nowhere' })).toEqual([])
})

it('shows what is used, once that is known', () => {
  const used = (requests: number) => ({ requests, consumers: 1, isMore: false })
  const all = [changeView('a', { affects: ['a'] }), changeView('b', { affects: ['b'] })]
  const usageOf = new Map([
    ['a', { day: used(1), month: used(1) }],
    ['b', { day: used(0), month: used(0) }],
  ])
  const ids = (filter: Parameters<typeof filterChanges>[1]) => filterChanges(all, filter).map(({ id }) => id)
  expect(ids({ use: 'day', usageOf })).toEqual(['a'])
  expect(ids({ use: 'none', usageOf })).toEqual(['b'])
  expect(ids({ use: 'none' })).toEqual(['a', 'b'])
})
