import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphIndex } from './graph-index.ts'
import type { Rect } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'
import { mapBounds, mapBox, mapCells } from './treemap.ts'

const node = (id: string, role: SkeletonNode['role'], parent: string | null): SkeletonNode => ({
  id,
  role,
  parent,
  order: id,
  rank: 0,
  links: [],
  width: 200,
  height: 44,
})

/** Groups of so many operations each. */
function treeOf(sizes: readonly number[]): GraphIndex {
  const index = new GraphIndex()
  index.patch(
    [
      node('api', 'root', null),
      node('/', 'branch', null),
      ...sizes.flatMap((size, at) => [
        node(`g${at}`, 'branch', '/'),
        ...Array.from({ length: size }, (_, each) => node(`g${at}m${each}`, 'leaf', `g${at}`)),
      ]),
    ],
    [],
  )
  return index
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 })
const zooms = fc.double({ min: 0.05, max: 0.34, noNaN: true })

describe('mapCells', () => {
  it('puts every part inside of its group, beside the others', () => {
    fc.assert(
      fc.property(sizes, zooms, (each, zoom) => {
        const tree = treeOf(each)
        const cells = mapCells(tree, zoom, mapBounds(tree))
        const byId = new Map(cells.map((cell) => [cell.id, cell]))
        const slack = 1e-6 * mapBounds(tree).width
        const isIn = (a: Rect, b: Rect) =>
          a.x >= b.x - slack &&
          a.y >= b.y - slack &&
          a.x + a.width <= b.x + b.width + slack &&
          a.y + a.height <= b.y + b.height + slack
        const outside = cells.filter((cell) => {
          const parent = byId.get(cell.role === 'leaf' ? cell.id.split('m')[0]! : 'api')
          return parent && !isIn(cell, parent)
        })
        expect(outside).toEqual([])
        const groups = cells.filter(({ depth }) => depth === 1)
        const overlapping = groups.flatMap((a, at) =>
          groups.slice(at + 1).filter((b) => {
            const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
            const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
            return Math.min(wide, tall) > slack
          }),
        )
        expect(overlapping).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('makes a group larger the more operations it has', () => {
    const tree = treeOf([5, 50, 500])
    const areas = mapCells(tree, 0.05, mapBounds(tree))
      .filter(({ depth }) => depth === 1)
      .map(({ width, height }) => width * height)
    expect(areas).toEqual(areas.toSorted((a, b) => a - b))
    expect(areas[2]! / areas[0]!).toBeGreaterThan(10)
  })

  it('is the same for the same tree, whatever was asked before', () => {
    const [a, b] = [treeOf([3, 9, 27]), treeOf([3, 9, 27])]
    mapCells(a, 0.3, mapBounds(a))
    expect(mapCells(a, 0.1, mapBounds(a))).toEqual(mapCells(b, 0.1, mapBounds(b)))
  })

  it('holds no more than can be told apart on a screen, however many there are', () => {
    const tree = treeOf(Array.from({ length: 400 }, () => 40))
    for (const zoom of [0.03, 0.08, 0.2, 0.34]) {
      const screen = { x: 4000, y: 3000, width: 1920 / zoom, height: 1080 / zoom }
      expect(mapCells(tree, zoom, screen).length).toBeLessThan(1200)
    }
  })
})

it('knows the box of what is drawn, and of the group of what is not', () => {
  const tree = treeOf([4, 8])
  const zoom = 0.3
  const cells = mapCells(tree, zoom, mapBounds(tree))
  const box = (id: string) => {
    const { x, y, width, height } = cells.find((cell) => cell.id === id)!
    return { x, y, width, height }
  }
  expect(mapBox(tree, zoom, ['g1', 'g1m3'])).toEqual(box('g1m3'))
  expect(mapBox(tree, zoom, ['/', 'g1', 'nowhere'])).toEqual(box('g1'))
})
