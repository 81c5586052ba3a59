import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rect } from '../layout/index.ts'
import {
  bringingIntoSight,
  contains,
  framing,
  framingReadably,
  framingStart,
  goingInto,
  keptInside,
  openingUp,
  readableZoom,
  type Size,
  type Viewport,
  visibleRect,
} from './viewport.ts'

const laptop: Size = { width: 690, height: 676 }
const card = { width: 200, height: 48 }
const at = (x: number, y: number): Rect => ({ x, y, ...card })

const shows = (viewport: Viewport, rect: Rect) => contains(visibleRect(viewport, laptop), rect)

describe('the first view', () => {
  it('shows a graph whole that can be read whole, and no larger than life', () => {
    const graph = { x: 0, y: 0, width: 1080, height: 400 }
    expect(shows(framingStart(graph, laptop), graph)).toBe(true)
    expect(framingStart(at(0, 0), laptop).zoom).toBe(1)
  })

  it('begins at the upper left of a graph that can not, and never gets too small to read', () => {
    for (const graph of [
      { x: 0, y: 0, width: 900, height: 40_000 },
      { x: 0, y: 0, width: 9000, height: 400 },
      { x: -300, y: -80, width: 9000, height: 40_000 },
    ]) {
      const view = framingStart(graph, laptop)
      expect(view.zoom).toBeGreaterThanOrEqual(readableZoom)
      expect(shows(view, { x: graph.x, y: graph.y, ...card })).toBe(true)
    }
  })

  it('shows what is staged, as much of it as can be read at once', () => {
    const near = [at(1000, 4000), at(1300, 4100)]
    const view = framingReadably([...near, at(0, 30_000)], laptop)
    expect(view.zoom).toBeGreaterThanOrEqual(readableZoom)
    for (const rect of near) expect(shows(view, rect)).toBe(true)
  })

  it('shows what is given first, which matters most, wherever it stands', () => {
    const far = at(0, 30_000)
    expect(shows(framingReadably([far, at(1000, 4000), at(1300, 4100)], laptop), far)).toBe(true)
  })
})

it('fits all of a graph, however large', () => {
  const graph = { x: 0, y: 0, width: 4000, height: 9000 }
  expect(shows(framing(graph, laptop), graph)).toBe(true)
})

it('goes into a part of the map at least twice as close, however wide it is', () => {
  const viewport = { x: 0, y: 0, zoom: 0.04 }
  expect(goingInto(viewport, { x: 0, y: 9000, width: 16_000, height: 1500 }, laptop).zoom).toBeCloseTo(0.08)
  expect(goingInto(viewport, at(1000, 1000), laptop)).toEqual(framing(at(1000, 1000), laptop))
})

describe('bringing a node into sight', () => {
  const minimap = { width: 176, height: 124 }
  /** Pixels: a node that is put right beside something may lie over it by what was rounded. */
  const rounding = 1e-6
  const free = (viewport: Viewport, rect: Rect) => {
    const left = rect.x * viewport.zoom + viewport.x
    const top = rect.y * viewport.zoom + viewport.y
    const [right, bottom] = [left + rect.width * viewport.zoom, top + rect.height * viewport.zoom]
    const minimapLeft = laptop.width - minimap.width + rounding
    const minimapTop = laptop.height - minimap.height + rounding
    const isOverMinimap = right > minimapLeft && bottom > minimapTop
    return left >= 0 && right <= laptop.width && top >= 60 && bottom <= laptop.height - 50 && !isOverMinimap
  }

  it('moves nothing for a node that lies free', () => {
    const viewport = { x: 0, y: 0, zoom: 1 }
    expect(bringingIntoSight(viewport, at(100, 200), laptop, minimap)).toEqual(viewport)
  })

  it('frees it from the palette, the minimap and the edges at the zoom that there is', () => {
    const place = fc.integer({ min: -3000, max: 3000 })
    fc.assert(
      fc.property(place, place, fc.double({ min: 0.5, max: 1.5, noNaN: true }), (x, y, zoom) => {
        const view = bringingIntoSight({ x: 0, y: 0, zoom }, at(x, y), laptop, minimap)
        expect(view.zoom).toBe(zoom)
        expect(free(view, at(x, y))).toBe(true)
      }),
      { examples: [[278, 905, 1.075588632079716]] },
    )
  })

  it('frees it from both rows that the palette has beside the code', () => {
    const narrow = { width: 290, height: 676 }
    const { y, zoom } = bringingIntoSight({ x: 0, y: 0, zoom: 1 }, { x: 40, y: 70, ...card }, narrow)
    expect(70 * zoom + y).toBeGreaterThanOrEqual(90)
  })

  it('comes closer where nothing could be read', () => {
    const view = bringingIntoSight({ x: 0, y: 0, zoom: 0.1 }, at(5000, 5000), laptop, minimap)
    expect(view.zoom).toBeGreaterThanOrEqual(readableZoom)
    expect(free(view, at(5000, 5000))).toBe(true)
  })
})

describe('opening a flow', () => {
  const own = { x: 600, y: 300, width: 900, height: 120 }
  const whole = { x: 600, y: 100, width: 1050, height: 320 }

  it('shows it with all that it leads to, as small as that takes and no smaller', () => {
    const view = openingUp({ x: 0, y: 0, zoom: 1 }, { own, whole }, laptop)
    expect(shows(view, whole)).toBe(true)
    expect(view.zoom).toBeCloseTo(642 / whole.width)
  })

  it('shows it by itself where what it leads to is too far away to be read on the same screen', () => {
    const far = { ...whole, y: -3000, height: 3420 }
    const view = openingUp({ x: 0, y: 0, zoom: 1 }, { own, whole: far }, laptop)
    expect(shows(view, own)).toBe(true)
    expect(view.zoom).toBeGreaterThan(0.7)
  })

  it('shows the beginning of what is wider than the screen, large enough to be read', () => {
    const wide = { ...own, width: 2400 }
    for (const zoom of [0.5, 0.6, 1, 1.4]) {
      const view = openingUp({ x: 0, y: 0, zoom }, { own: wide, whole: wide }, laptop)
      expect(view.zoom).toBe(Math.min(zoom, 0.6))
      const left = wide.x * view.zoom + view.x
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThan(laptop.width / 4)
    }
  })

  it('moves nothing that is in sight, and comes no closer', () => {
    const small = { x: 100, y: 200, width: 300, height: 100 }
    const viewport = { x: 0, y: 0, zoom: 0.8 }
    expect(openingUp(viewport, { own: small, whole: small }, laptop)).toEqual(viewport)
  })
})

describe('a map that is zoomed by its buttons', () => {
  const map = { x: 0, y: 0, width: 2000, height: 1400 }
  const edges = ({ x, y, zoom }: Viewport) => ({
    left: x,
    top: y,
    right: x + map.width * zoom,
    bottom: y + map.height * zoom,
  })

  it('stands in the middle where all of it fits', () => {
    const { left, top, right, bottom } = edges(keptInside({ x: 500, y: -300, zoom: 0.3 }, map, laptop))
    expect(left).toBeCloseTo(laptop.width - right)
    expect(top).toBeGreaterThan(60)
    expect(bottom).toBeLessThan(laptop.height - 50)
  })

  it('is not cut off at one side beside empty ground at the other', () => {
    for (const x of [-600, -100, 0, 300]) {
      const { left, right } = edges(keptInside({ x, y: 0, zoom: 0.34 }, map, laptop))
      expect(left).toBeLessThanOrEqual(24)
      expect(right).toBeGreaterThanOrEqual(laptop.width - 24 - 1e-6)
    }
  })
})
