import { expect, it } from 'vitest'
import { SpatialIndex } from '../layout/index.ts'
import { placedNode } from './placed-node.fixture.ts'
import { frameOf } from './use-first-frame.ts'
import { framingReadably, framingStart } from './viewport.ts'

const size = { width: 1280, height: 800 }
const index = new SpatialIndex({
  nodes: [
    placedNode('api', null),
    placedNode('near', 'api', { x: 300 }),
    placedNode('far', 'api', { x: 300, y: 90_000 }),
  ],
  edges: [],
})
const none = { index, size, isAnew: false, left: null, first: [], selected: [] }
const start = framingStart(index.bounds, size)
const around = (id: string) => framingReadably([index.node(id)!], size)

it('frames the beginning first, and what matters once that is known, but never twice', () => {
  expect(frameOf({ ...none, done: 'nothing' })).toEqual({ viewport: start, done: 'start' })
  expect(frameOf({ ...none, done: 'start' })).toBeNull()
  expect(frameOf({ ...none, done: 'start', first: ['far'] })).toEqual({
    viewport: around('far'),
    done: 'all',
  })
  expect(frameOf({ ...none, done: 'all', first: ['far'] })).toBeNull()
})

it('frames a picture of another kind anew, at what is selected if it is there, else at its beginning', () => {
  const anew = { ...none, isAnew: true, done: 'all' } as const
  expect(frameOf({ ...anew, selected: ['far'] })).toEqual({ viewport: around('far'), done: 'all' })
  expect(frameOf({ ...anew, selected: ['gone'], first: ['far'] })).toEqual({ viewport: start, done: 'all' })
})

it('waits for what matters also in a picture of another kind, for somebody who has not looked around yet', () => {
  const anew = { ...none, isAnew: true, done: 'start' } as const
  expect(frameOf(anew)).toEqual({ viewport: start, done: 'start' })
  expect(frameOf({ ...anew, first: ['far'] })).toEqual({ viewport: around('far'), done: 'all' })
})

it('goes back to where somebody looked last, and stays there when what matters is known', () => {
  const left = { x: -100, y: -89_800, zoom: 1 }
  expect(frameOf({ ...none, left, first: ['near'], done: 'nothing' })).toEqual({
    viewport: left,
    done: 'all',
  })
  expect(frameOf({ ...none, left, first: ['near'], done: 'all' })).toBeNull()
})

it('begins anew where nothing is left of what somebody looked at last', () => {
  const left = { x: -100, y: -40_000, zoom: 1 }
  expect(frameOf({ ...none, left, done: 'nothing' })).toEqual({ viewport: start, done: 'start' })
})
