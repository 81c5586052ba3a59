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

/**
 * The viewport that shows a rectangle: in the middle where it fits at a readable size, else from its upper left
 * corner, where a graph that is read from left to right begins.
 */
export function framing(
  rect: Rect,
  size: Size,
  options: { readable?: number; most?: number } = {},
): Viewport {
  const { readable = 0.75, most = 1 } = options
  const margin = 40
  const fit = Math.min(
    (size.width - 2 * margin) / Math.max(1, rect.width),
    (size.height - 2 * margin) / Math.max(1, rect.height),
  )
  const zoom = Math.min(most, Math.max(readable, Math.max(minZoom, fit)))
  const place = (length: number, start: number, extent: number) =>
    extent * zoom + 2 * margin <= length ? (length - extent * zoom) / 2 - start * zoom : margin - start * zoom
  return {
    x: place(size.width, rect.x, rect.width),
    y: place(size.height, rect.y, rect.height),
    zoom,
  }
}

/** The least move of the viewport that brings a rectangle into sight; the same viewport if it is. */
export function bringingIntoSight(viewport: Viewport, rect: Rect, size: Size): Viewport {
  const margin = 48
  const { zoom } = viewport
  const shift = (offset: number, start: number, extent: number, length: number) => {
    const from = start * zoom + offset
    const to = from + extent * zoom
    if (from < margin) return offset + margin - from
    if (to > length - margin) return offset - Math.min(to - (length - margin), from - margin)
    return offset
  }
  return {
    x: shift(viewport.x, rect.x, rect.width, size.width),
    y: shift(viewport.y, rect.y, rect.height, size.height),
    zoom,
  }
}
