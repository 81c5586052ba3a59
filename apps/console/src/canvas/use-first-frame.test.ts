import { expect, it } from 'vitest'
import { SpatialIndex } from '../layout/index.ts'
import { placedNode } from './placed-node.fixture.ts'
import { frameOf } from './use-first-frame.ts'
import { contains, framingReadably, framingStart, keptInside, visibleRect } from './viewport.ts'

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
const around = (id: string) => keptInside(framingReadably([index.node(id)!], size), index.bounds, size)

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
  const viewport = { x: -100, y: -89_800, zoom: 1 }
  const left = { ...viewport, ...size }
  expect(frameOf({ ...none, left, first: ['near'], done: 'nothing' })).toEqual({
    viewport,
    done: 'all',
  })
  expect(frameOf({ ...none, left, first: ['near'], done: 'all' })).toBeNull()
})

it('begins anew where nothing is left of what somebody looked at last', () => {
  const left = { x: -100, y: -40_000, zoom: 1, ...size }
  expect(frameOf({ ...none, left, done: 'nothing' })).toEqual({ viewport: start, done: 'start' })
})

it('keeps in the middle what somebody looked at on a canvas of another size', () => {
  const left = { x: -100, y: -89_800, zoom: 1, width: 880, height: 600 }
  expect(frameOf({ ...none, left, done: 'nothing' })?.viewport).toEqual({ x: 100, y: -89_700, zoom: 1 })
})

it('frames anew on a canvas of another size what can be read there as a whole', () => {
  const small = new SpatialIndex({ nodes: [placedNode('api', null)], edges: [] })
  const left = { x: 10, y: 10, zoom: 0.5, ...size }
  expect(frameOf({ ...none, index: small, left, done: 'nothing' })?.viewport).toEqual({
    x: 10,
    y: 10,
    zoom: 0.5,
  })
  expect(frameOf({ ...none, index: small, left: { ...left, width: 700 }, done: 'nothing' })).toEqual({
    viewport: framingStart(small.bounds, size),
    done: 'start',
  })
})

it('frames a graph that can be read whole as a whole, wherever in it is what matters', () => {
  const small = new SpatialIndex({
    nodes: [placedNode('api', null), placedNode('method', 'api', { x: 900, y: 300 })],
    edges: [],
  })
  const framed = frameOf({ ...none, index: small, first: ['method'], done: 'nothing' })!
  expect(contains(visibleRect(framed.viewport, size), small.bounds)).toBe(true)
})

it('frames what matters of a larger graph with what leads there, and without empty ground before it', () => {
  const chain = Array.from({ length: 30 }, (_, at) =>
    placedNode(`n${at}`, at === 0 ? null : `n${at - 1}`, { x: at * 300, y: at * 60 }),
  )
  const large = new SpatialIndex({
    nodes: [...chain, placedNode('target', null, { x: 30 * 300, y: 29 * 60 })],
    edges: [{ id: 'e', source: 'n29', target: 'target', stands: 0 }],
  })
  for (const [wanted, before] of [
    ['n20', 'n19'],
    ['target', 'n29'],
    ['n1', 'n0'],
  ] as const) {
    const { viewport } = frameOf({ ...none, index: large, first: [wanted], done: 'nothing' })!
    const shown = visibleRect(viewport, size)
    for (const id of [wanted, before]) expect(contains(shown, large.node(id)!), id).toBe(true)
    expect(shown.y).toBeGreaterThan(-150)
  }
})
