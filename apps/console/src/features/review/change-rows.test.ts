import { expect, it } from 'vitest'
import { changeView } from './change.fixture.ts'
import { changeRows, neighbour, openChange, rowOf } from './change-rows.ts'

const changes = [
  changeView('a', { verdict: 'safe' }),
  changeView('b', { verdict: 'breaking' }),
  changeView('c', { verdict: 'safe' }),
]
const alike = ['/x', '/y', '/z'].map((path) =>
  changeView(path, { title: `Deprecate GET ${path}`, verdict: 'documentation' }),
)
const fold = changeRows(alike).find((row) => row.type === 'fold')!
const opened = new Set([fold.type === 'fold' ? fold.fold.key : ''])

it('lists the worst verdict first, in stable order below its heading', () => {
  const names = changeRows(changes).map((row) =>
    row.type === 'heading' ? `${row.verdict} ${row.count}` : row.type === 'change' && row.change.id,
  )
  expect(names).toEqual(['breaking 1', 'b', 'safe 2', 'a', 'c'])
})

it('shows what is alike once, and one by one where it is opened', () => {
  const types = (open?: ReadonlySet<string>) => changeRows(alike, open).map(({ type }) => type)
  expect(types()).toEqual(['heading', 'fold'])
  expect(types(opened)).toEqual(['heading', 'fold', 'change', 'change', 'change'])
})

it('steps over headings and stops at both ends', () => {
  const rows = changeRows(changes)
  expect(neighbour(rows, undefined, 1)).toBe('b')
  expect(neighbour(rows, 'b', 1)).toBe('a')
  expect(neighbour(rows, 'b', -1)).toBe('b')
  expect(neighbour(rows, 'c', 1)).toBe('c')
})

it('steps over what is folded in one, and through it where it is open', () => {
  const rows = changeRows([...changes, ...alike])
  expect(neighbour(rows, 'c', 1)).toBe('/x')
  expect(neighbour(rows, '/x', 1)).toBe('/x')
  expect(neighbour(rows, '/y', -1)).toBe('c')
  expect(neighbour(changeRows([...changes, ...alike], opened), '/x', 1)).toBe('/y')
})

it('finds the row of a change, folded or not', () => {
  expect(rowOf(changeRows(alike), '/y')).toMatchObject({ type: 'fold' })
  expect(rowOf(changeRows(alike, opened), '/y')).toMatchObject({ type: 'change', change: { id: '/y' } })
  expect(rowOf(changeRows(alike), undefined)).toBeUndefined()
  expect(rowOf(changeRows(alike), 'gone')).toBeUndefined()
})

it('opens the first change where text is to be read and none was chosen', () => {
  const rows = changeRows(changes)
  expect(openChange(rows, { view: 'text' })).toBe('b')
  expect(openChange(rows, { view: 'text', change: 'c' })).toBe('c')
  expect(openChange(rows, {})).toBeUndefined()
})
