import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, type Box, distribute, type Moves, tidy } from './align.ts'
import { gridPx, snap } from './snap.ts'

const box = (id: string, x: number, y: number, width = 100, height = 40): Box => ({ id, x, y, width, height })
const three = [box('a', 0, 0), box('b', 130, 50, 60), box('c', 400, 200, 100, 80)]
const moved = (boxes: readonly Box[], moves: Moves) =>
  boxes.map((each) => ({ ...each, ...moves.get(each.id) }))

describe('aligning', () => {
  it.each([
    ['left', [0, 0, 0], 'x'],
    ['center', [200, 220, 200], 'x'],
    ['right', [400, 440, 400], 'x'],
    ['top', [0, 0, 0], 'y'],
    ['middle', [120, 120, 100], 'y'],
    ['bottom', [240, 240, 200], 'y'],
  ] as const)('%s', (edge, places, axis) => {
    expect(moved(three, align(three, edge)).map((each) => each[axis])).toEqual(places)
    const other = axis === 'x' ? 'y' : 'x'
    expect(moved(three, align(three, edge)).map((each) => each[other])).toEqual(
      three.map((each) => each[other]),
    )
  })

  it('makes gaps equal between the first and the last, which stay', () => {
    expect(moved(three, distribute(three, 'across')).map(({ x }) => x)).toEqual([0, 220, 400])
    expect(distribute(three.slice(0, 2), 'across').size).toBe(0)
  })
})

const boxes = fc
  .array(
    fc.tuple(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 60, max: 240 }),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.map(([x, y, width], at) => box(`n${at}`, x, y, width)))

describe('tidying', () => {
  it('leaves no two on each other, keeps the corner, and changes nothing the second time', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const after = moved(list, tidy(list))
        for (const a of after)
          for (const b of after)
            if (a !== b)
              expect(
                a.x + a.width <= b.x ||
                  b.x + b.width <= a.x ||
                  a.y + a.height <= b.y ||
                  b.y + b.height <= a.y,
              ).toBe(true)
        expect(Math.min(...after.map(({ x }) => x))).toBe(Math.min(...list.map(({ x }) => x)))
        expect(Math.min(...after.map(({ y }) => y))).toBe(Math.min(...list.map(({ y }) => y)))
        expect(moved(after, tidy(after))).toEqual(after)
      }),
    )
  })

  it('does not depend on the order in which they were selected', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        expect(Object.fromEntries(tidy(list.toReversed()))).toEqual(Object.fromEntries(tidy(list)))
      }),
    )
  })
})

describe('snapping', () => {
  it('draws an edge to the same edge of something near, with a line along both', () => {
    const { dx, dy, guides } = snap([box('d', 4, 300)], three)
    expect([dx, dy]).toEqual([-4, 0])
    expect(guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 340 }])
  })

  it('falls on the grid where nothing is near, all that is dragged by the same step', () => {
    const { dx, dy, guides } = snap([box('d', 1007, 1009), box('e', 1200, 1300)], three)
    expect([(1007 + dx) % gridPx, (1009 + dy) % gridPx]).toEqual([0, 0])
    expect(guides).toEqual([])
  })
})
