import type { Rect } from '../layout/index.ts'

export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What is drawn at a zoom: blocks with counts from afar, chips, then whole cards. */
export type Level = 'blocks' | 'chips' | 'cards'

export const minZoom = 0.05
export const maxZoom = 1.75

export function levelAt(zoom: number): Level {
  if (zoom < 0.35) return 'blocks'
  return zoom < 0.7 ? 'chips' : 'cards'
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

/** Kept free around what is framed; more at the top, where the palette lies over the canvas. */
const margins = { x: 40, top: 72, bottom: 40 }
/** The minimap and the zoom buttons lie over the foot of the canvas. */
const foot = 148
/** What is further away than this is brought to the middle instead of to the edge. */
const farPx = 700

export interface FramingOptions {
  /** Never smaller than this, even if not all of it fits. */
  readonly readable?: number
  readonly most?: number
  /** At the left, with room to grow, and not in the middle. */
  readonly isLeft?: boolean
}

/**
 * The viewport that shows a rectangle: in the middle where it fits at a readable size, else from its upper left
 * corner, where a graph that is read from left to right begins.
 */
export function framing(rect: Rect, size: Size, options: FramingOptions = {}): Viewport {
  const { readable = 0.75, most = 1, isLeft = false } = options
  const width = size.width - 2 * margins.x
  const height = size.height - margins.top - margins.bottom
  const fit = Math.min(width / Math.max(1, rect.width), height / Math.max(1, rect.height))
  const zoom = Math.min(most, Math.max(readable, minZoom, fit))
  const place = (room: number, margin: number, start: number, extent: number) =>
    margin - start * zoom + Math.max(0, (room - extent * zoom) / 2)
  return {
    x: isLeft ? margins.x - rect.x * zoom : place(width, margins.x, rect.x, rect.width),
    y: place(height, margins.top, rect.y, rect.height),
    zoom,
  }
}

/** The least move of the viewport that brings a rectangle into sight; the same viewport if it is. */
export function bringingIntoSight(viewport: Viewport, rect: Rect, size: Size): Viewport {
  const { zoom } = viewport
  const shift = (offset: number, start: number, extent: number, least: number, most: number) => {
    const from = start * zoom + offset
    const to = from + extent * zoom
    if (from < least - farPx || to > most + farPx) return offset + (least + most - from - to) / 2
    if (from < least) return offset + least - from
    if (to > most) return offset - Math.min(to - most, from - least)
    return offset
  }
  return {
    x: shift(viewport.x, rect.x, rect.width, margins.x, size.width - margins.x),
    y: shift(viewport.y, rect.y, rect.height, margins.top, size.height - foot),
    zoom,
  }
}
