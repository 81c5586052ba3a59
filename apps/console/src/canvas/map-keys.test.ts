import { expect, it } from 'vitest'
import type { MapCell } from '../layout/index.ts'
import { meantOnMap } from './map-keys.ts'

const box = { width: 100, height: 80, y: 0, role: 'branch', depth: 1, leaves: 4, isDivided: false } as const
const [left, right]: [MapCell, MapCell] = [
  { ...box, id: 'left', x: 0 },
  { ...box, id: 'right', x: 100 },
]
const canvas = new EventTarget() as Element
const press = (key: string, more: { altKey?: boolean; target?: EventTarget } = {}) => ({
  key,
  altKey: false,
  metaKey: false,
  ctrlKey: false,
  target: canvas,
  currentTarget: canvas,
  ...more,
})
const meant = (event: ReturnType<typeof press>, primary: string | null = 'left') =>
  meantOnMap(event, [left, right], primary)

it('goes from group to group by arrows and into one by Enter', () => {
  expect(meant(press('ArrowRight'))).toEqual({ next: right, entered: null })
  expect(meant(press('ArrowLeft'))).toEqual({ next: null, entered: null })
  expect(meant(press('Enter'))).toEqual({ next: null, entered: left })
})

it('leaves every other key to whoever else it means something to', () => {
  expect(meant(press('Enter'), null)).toBeNull()
  expect(meant(press('Delete'))).toBeNull()
  expect(meant(press('ArrowRight', { altKey: true }))).toBeNull()
  expect(meant(press('ArrowRight', { target: new EventTarget() }))).toBeNull()
})
