import { boundsOf, type Rect, type SpatialIndex } from '../layout/index.ts'

export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** Where somebody looked, on a canvas of which size. */
export interface Look extends Viewport, Size {}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is drawn at a zoom: blocks with counts from afar, chips, then whole cards. */
export type Level = 'blocks' | 'chips' | 'cards'

export const minZoom = 0.03
export const maxZoom = 1.75

/** Below this the graph gives way to the map of its groups. */
const nearest = 0.35
/** The largest at which the map is drawn. */
export const farZoom = 0.34

/** From here on nodes are whole cards. */
const nearestOfCards = 0.7

export function levelAt(zoom: number): Level {
  if (zoom < nearest) return 'blocks'
  return zoom < nearestOfCards ? 'chips' : 'cards'
}

/** What the screen shows, in canvas units. */
export function visibleRect({ x, y, zoom }: Viewport, size: Size): Rect {
  return { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom }
}

/** The rectangle grown on every side by a part of its size: drawn ahead, so that a short pan draws nothing new. */
export function grown(rect: Rect, part: number): Rect {
  const [dx, dy] = [rect.width * part, rect.height * part]
  return { x: rect.x - dx, y: rect.y - dy, width: rect.width + 2 * dx, height: rect.height + 2 * dy }
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** The nodes that a box on the screen holds whole. */
export function nodesInBox(index: SpatialIndex, box: Rect, viewport: Viewport): string[] {
  const { x, y, width, height } = box
  const { zoom } = viewport
  const held = {
    x: (x - viewport.x) / zoom,
    y: (y - viewport.y) / zoom,
    width: width / zoom,
    height: height / zoom,
  }
  return index.nodesIn(held).flatMap((node) => (contains(held, node) ? [node.id] : []))
}

/** What is closest to a point. */
export function nearestTo<T extends Rect>(point: { x: number; y: number }, rects: Iterable<T>): T | null {
  let best: { rect: T; distance: number } | null = null
  for (const rect of rects) {
    const dx = Math.max(rect.x - point.x, 0, point.x - rect.x - rect.width)
    const dy = Math.max(rect.y - point.y, 0, point.y - rect.y - rect.height)
    const distance = dx * dx + dy * dy
    if (!best || distance < best.distance) best = { rect, distance }
  }
  return best?.rect ?? null
}

/** Kept free around what is framed; more at the top, where the palette lies over the canvas, and at the zoom buttons. */
const margins = { x: 24, bottom: 56 }

/** In a narrow canvas, as beside the code, the palette has two rows. */
function topOf({ width }: Size): number {
  return width < 340 ? 98 : 68
}

/** Below this, names of nodes are too small to be read with ease. */
export const readableZoom = 0.55
/** A node looked for in a picture smaller than this is shown larger. */
const legibleZoom = 0.45
const comfortableZoom = 0.8
/** What was opened is not shown smaller than this, however much of it there is. */
const leastOpened = 0.6
/** What is further away than this is brought to the middle instead of to the edge. */
const farPx = 700

/** The viewport that shows a rectangle whole, as small as it takes: in the middle, and never larger than life. */
export function framing(rect: Rect, size: Size): Viewport {
  return framingWithin(rect, size, 1)
}

/** The same, and never larger than `largest`. */
export function framingWithin(rect: Rect, size: Size, largest: number): Viewport {
  const room = roomOf(size)
  const zoom = clamp(fitOf(rect, room), minZoom, largest)
  return {
    x: margins.x - rect.x * zoom + Math.max(0, (room.width - rect.width * zoom) / 2),
    y: topOf(size) - rect.y * zoom + Math.max(0, (room.height - rect.height * zoom) / 2),
    zoom,
  }
}

/** The viewport that goes into a part of the map: at least twice as close, from its upper left corner if it is wide. */
export function goingInto(viewport: Viewport, rect: Rect, size: Size): Viewport {
  const framed = framing(rect, size)
  const zoom = viewport.zoom * 2
  if (framed.zoom >= zoom) return framed
  return { x: margins.x - rect.x * zoom, y: topOf(size) - rect.y * zoom, zoom }
}

/**
 * Where a graph that is read from left to right begins: its upper left corner in the upper left corner, as small as
 * can be read if that shows all columns, and comfortable where it takes panning anyway.
 */
export function framingStart(rect: Rect, size: Size): Viewport {
  const room = roomOf(size)
  const fit = fitOf(rect, room)
  const columns = room.width / Math.max(1, rect.width)
  const zoom =
    fit >= readableZoom
      ? Math.min(1, fit)
      : columns >= readableZoom
        ? Math.min(comfortableZoom, columns)
        : comfortableZoom
  // A graph less tall than the screen does not cling to the palette.
  const drop = Math.min(96, Math.max(0, (room.height - rect.height * zoom) / 2))
  return { x: margins.x - rect.x * zoom, y: topOf(size) + drop - rect.y * zoom, zoom }
}

/**
 * The viewport that shows these at a readable size: all of them if they fit, else the first that is given, and of the
 * rest what fits beside it. What is far apart is not worth a picture in which none of it can be read. What is around them
 * is shown as well as long as all of them are cards, in the order given.
 */
export function framingReadably(rects: readonly Rect[], size: Size, around: readonly Rect[] = []): Viewport {
  const room = roomOf(size)
  const sorted = [...rects].sort((a, b) => a.y - b.y || a.x - b.x)
  let shown = boundsOf(sorted)
  if (fitOf(shown, room) < readableZoom) {
    shown = boundsOf(rects.slice(0, 1))
    for (const rect of sorted) {
      const more = boundsOf([shown, rect])
      if (fitOf(more, room) >= readableZoom) shown = more
    }
  }
  for (const rect of around) {
    const more = boundsOf([shown, rect])
    if (fitOf(more, room) >= nearestOfCards) shown = more
  }
  return framing(shown, size)
}

/** Whether all of these can be read on the screen at once. */
export function fitsReadably(rects: readonly Rect[], size: Size): boolean {
  return fitOf(boundsOf([...rects]), roomOf(size)) >= readableZoom
}

/**
 * The least move of the viewport that brings a rectangle into the part of the screen that nothing lies over; the same
 * viewport if it is there. `covered` is the lower right corner that the minimap takes.
 */
export function bringingIntoSight(viewport: Viewport, rect: Rect, size: Size, covered?: Size): Viewport {
  if (viewport.zoom < legibleZoom) return atZoom(rect, size, comfortableZoom)
  return panningIntoSight(viewport, rect, size, covered)
}

/** The same at the zoom at which somebody looks, however small. */
export function panningIntoSight(
  viewport: Viewport,
  rect: Rect,
  size: Size,
  covered: Size = { width: 0, height: 0 },
): Viewport {
  const { zoom } = viewport
  const shift = (offset: number, start: number, extent: number, least: number, most: number) => {
    const from = start * zoom + offset
    const to = from + extent * zoom
    if (from < least - farPx || to > most + farPx) return offset + (least + most - from - to) / 2
    if (from < least) return offset + least - from
    if (to > most) return offset - Math.min(to - most, from - least)
    return offset
  }
  const x = shift(viewport.x, rect.x, rect.width, margins.x, size.width - margins.x)
  const isOverMinimap = (rect.x + rect.width) * zoom + x > size.width - covered.width
  const foot = isOverMinimap ? Math.max(margins.bottom, covered.height) : margins.bottom
  return { x, y: shift(viewport.y, rect.y, rect.height, topOf(size), size.height - foot), zoom }
}

/**
 * Shows what was opened, never larger than before: all of it with what it leads to, else it by itself, as small as can
 * still be read with ease; where that is not enough, from its beginning on as much as there is room for.
 */
export function openingUp(
  viewport: Viewport,
  { whole, own }: { readonly whole: Rect; readonly own: Rect },
  size: Size,
  covered: Size = { width: 0, height: 0 },
): Viewport {
  const { width, height } = roomOf(size)
  const room = { width, height: height - Math.max(0, covered.height - margins.bottom) }
  const least = Math.min(viewport.zoom, leastOpened)
  const shown = [whole, own].find((rect) => fitOf(rect, room) >= least) ?? own
  const zoom = clamp(fitOf(shown, room), least, viewport.zoom)
  const beginning = { ...shown, width: Math.min(shown.width, width / zoom) }
  return panningIntoSight(scaledAbout(viewport, own, zoom), beginning, size, covered)
}

/** The viewport at another zoom, with the beginning of a rectangle where it was. */
function scaledAbout({ x, y, zoom: before }: Viewport, rect: Rect, zoom: number): Viewport {
  const middle = rect.y + rect.height / 2
  return { x: x + rect.x * (before - zoom), y: y + middle * (before - zoom), zoom }
}

/** Moves a picture so that none of it is cut off beside empty ground: in the middle where it fits. */
export function keptInside(viewport: Viewport, rect: Rect, size: Size): Viewport {
  const { zoom } = viewport
  const keep = (offset: number, start: number, extent: number, least: number, most: number) => {
    const room = most - least - extent * zoom
    const from = room >= 0 ? least + room / 2 : clamp(start * zoom + offset, least + room, least)
    return from - start * zoom
  }
  return {
    x: keep(viewport.x, rect.x, rect.width, margins.x, size.width - margins.x),
    y: keep(viewport.y, rect.y, rect.height, topOf(size), size.height - margins.bottom),
    zoom,
  }
}

function atZoom(rect: Rect, size: Size, zoom: number): Viewport {
  const room = roomOf(size)
  return {
    x: margins.x - rect.x * zoom + (room.width - rect.width * zoom) / 2,
    y: topOf(size) - rect.y * zoom + (room.height - rect.height * zoom) / 2,
    zoom,
  }
}

function roomOf(size: Size): Size {
  return {
    width: Math.max(1, size.width - 2 * margins.x),
    height: Math.max(1, size.height - topOf(size) - margins.bottom),
  }
}

function fitOf(rect: Rect, room: Size): number {
  return Math.min(room.width / Math.max(1, rect.width), room.height / Math.max(1, rect.height))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
