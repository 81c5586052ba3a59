import { useCallback, useMemo, useRef } from 'react'
import {
  type MapCell,
  type MapTree,
  mapBounds,
  mapBox,
  mapCells,
  type SpatialIndex,
} from '../layout/index.ts'
import {
  farZoom,
  framing,
  framingWithin,
  keptInside,
  levelAt,
  nearestTo,
  type Size,
  type Viewport,
  visibleRect,
} from './viewport.ts'
import { zoomOfStep } from './zoom-step.ts'

/** Operations of an API of which a map is more than a few boxes. */
const leastMapped = 40

/** What the canvas draws from afar. */
export interface MapSource {
  readonly tree: () => MapTree
  /** From what hangs on the root down to a node. */
  readonly path: (id: string) => readonly string[]
  /** Opens what a group is drawn as up close, and says which node shows it until then. */
  readonly enter: (id: string) => string | null
}

/**
 * From afar the canvas shows another picture of the same API, in coordinates of its own. Whoever zooms from the one into
 * the other finds what was under the pointer there.
 */
export function useTreemap(options: {
  map: MapSource
  index: SpatialIndex
  size: Size
  /** Where on the canvas a move is led from; null where nothing points. Asking measures the page: only at a crossing. */
  pointer: () => { x: number; y: number } | null
}) {
  const { map, index, size, pointer } = options
  const isFar = useRef(false)

  /** The same zoom in the other picture, where the level has just changed; null where it has not. */
  const crossing = useCallback(
    (viewport: Viewport): { viewport: Viewport; entered: string | null } | null => {
      const far = levelAt(viewport.zoom) === 'blocks'
      if (far === isFar.current) return null
      isFar.current = far
      const at = pointer() ?? { x: size.width / 2, y: size.height / 2 }
      const { zoom } = viewport
      const point = { x: (at.x - viewport.x) / zoom, y: (at.y - viewport.y) / zoom }
      if (far) return { viewport: intoMap(map, index, point, at, zoom, size), entered: null }
      const cell = cellAt(mapCells(map.tree(), zoom, visibleRect(viewport, size)), point)
      const shown = cell && map.enter(cell.id)
      const node = shown ? index.node(shown) : index.graph.nodes[0]
      if (!node) return null
      const x = at.x - (node.x + node.width / 2) * zoom
      return { viewport: { x, y: at.y - (node.y + node.height / 2) * zoom, zoom }, entered: cell?.id ?? null }
    },
    [map, index, size, pointer],
  )

  /** Says that what is shown next is far or near without a crossing, and whether that is another picture. */
  const settle = useCallback((viewport: Viewport): boolean => {
    const before = isFar.current
    isFar.current = levelAt(viewport.zoom) === 'blocks'
    return before !== isFar.current
  }, [])
  /** A zoom that no pointer led: of the map nothing is cut off beside empty ground. */
  const kept = useCallback(
    (viewport: Viewport) =>
      levelAt(viewport.zoom) === 'blocks' ? keptInside(viewport, mapBounds(map.tree()), size) : viewport,
    [map, size],
  )
  /** The viewport that shows the whole map. */
  const whole = useCallback(() => framingWithin(mapBounds(map.tree()), size, farZoom), [map, size])
  const isWorthwhile = useCallback(() => {
    const tree = map.tree()
    return tree.root !== undefined && tree.leaves(tree.root) >= leastMapped
  }, [map])
  return { crossing, settle, kept, whole, isWorthwhile }
}

/** Where a point of the graph is on the map: its group comes under the pointer; a map that fits is shown whole. */
function intoMap(
  map: MapSource,
  index: SpatialIndex,
  point: { x: number; y: number },
  at: { x: number; y: number },
  zoom: number,
  size: Size,
): Viewport {
  const bounds = mapBounds(map.tree())
  const whole = framing(bounds, size)
  if (whole.zoom >= zoom) {
    const x = (size.width - bounds.width * zoom) / 2
    return { x, y: Math.max(whole.y, (size.height - bounds.height * zoom) / 2), zoom }
  }
  const node = nearestTo(point, index.graph.nodes)
  const box = mapBox(map.tree(), zoom, node ? map.path(node.id) : [])
  return { x: at.x - (box.x + box.width / 2) * zoom, y: at.y - (box.y + box.height / 2) * zoom, zoom }
}

/** The innermost group at a point. */
export function cellAt(cells: readonly MapCell[], { x, y }: { x: number; y: number }): MapCell | null {
  return (
    cells.findLast(
      (cell) => x >= cell.x && x <= cell.x + cell.width && y >= cell.y && y <= cell.y + cell.height,
    ) ?? null
  )
}

/** Where the map is looked at, in halves of the screen: a pan within one shows nothing new. */
export function tileAt(offset: number, zoom: number, extent: number, step: number): number {
  return Math.floor(-offset / zoom / tileUnits(extent, step))
}

function tileUnits(extent: number, step: number): number {
  return Math.max(1, extent / 2) / zoomOfStep(step)
}

/** The groups that the screen shows and a margin around it; the same list until the picture, the zoom or the place is another. */
export function useMapCells(options: {
  map: MapSource
  /** Null up close. */
  step: number | null
  tileX: number
  tileY: number
  size: Size
  /** Another object when the API is another. */
  version: unknown
}): readonly MapCell[] {
  const { map, step, tileX, tileY, size, version } = options
  const { width, height } = size
  return useMemo(() => {
    if (step === null || width === 0) return []
    const [dx, dy] = [tileUnits(width, step), tileUnits(height, step)]
    const rect = { x: (tileX - 0.5) * dx, y: (tileY - 0.5) * dy, width: dx * 4.2, height: dy * 4.2 }
    return mapCells(map.tree(), zoomOfStep(step), rect)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the version says that the tree is another
  }, [map, step, tileX, tileY, width, height, version])
}

/** The group beside one in a direction; the first where there is none to begin from. */
export function cellBeside(
  cells: readonly MapCell[],
  from: string | null,
  direction: 'left' | 'right' | 'up' | 'down',
): MapCell | null {
  const start = cells.find((cell) => cell.id === from)
  if (!start) return cells.find((cell) => cell.depth === 1) ?? null
  const isAcross = direction === 'left' || direction === 'right'
  const sign = direction === 'right' || direction === 'down' ? 1 : -1
  let best: { cell: MapCell; distance: number } | null = null
  for (const cell of cells) {
    // Among what is as deep: a group's parts are entered, not walked into.
    if (cell.depth !== start.depth || cell === start) continue
    const dx = cell.x + cell.width / 2 - start.x - start.width / 2
    const dy = cell.y + cell.height / 2 - start.y - start.height / 2
    const [along, aside] = isAcross ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)]
    if (along <= 1) continue
    const distance = along + aside * 2
    if (!best || distance < best.distance) best = { cell, distance }
  }
  return best?.cell ?? null
}
