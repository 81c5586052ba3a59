import type { ChangeView } from '@penstock/server'
import { expect, it } from 'vitest'
import { changeRows, neighbour, openChange } from './change-rows.ts'

const change = (id: string, verdict: ChangeView['verdict']): ChangeView => ({
  id,
  record: id,
  kind: 'method',
  action: 'changed',
  title: id,
  verdict,
  findings: [],
  fields: [],
  also: [],
  affects: [],
})
const changes = [change('a', 'safe'), change('b', 'breaking'), change('c', 'safe')]

it('lists the worst verdict first, in stable order below its heading', () => {
  const names = changeRows(changes).map((row) =>
    row.type === 'heading' ? `${row.verdict} ${row.count}` : row.change.id,
  )
  expect(names).toEqual(['breaking 1', 'b', 'safe 2', 'a', 'c'])
})

it('steps over headings and stops at both ends', () => {
  const rows = changeRows(changes)
  expect(neighbour(rows, undefined, 1)).toBe('b')
  expect(neighbour(rows, 'b', 1)).toBe('a')
  expect(neighbour(rows, 'b', -1)).toBe('b')
  expect(neighbour(rows, 'c', 1)).toBe('c')
})

it('opens the first change where text is to be read and none was chosen', () => {
  const rows = changeRows(changes)
  expect(openChange(rows, { view: 'text' })).toBe('b')
  expect(openChange(rows, { view: 'text', change: 'c' })).toBe('c')
  expect(openChange(rows, {})).toBeUndefined()
})

it('shows one verdict only when asked', () => {
  expect(changeRows(changes, 'breaking')).toHaveLength(2)
  expect(changeRows(changes, 'risky')).toEqual([])
})
