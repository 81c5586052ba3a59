import {
  Background,
  type Connection,
  type EdgeTypes,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react'
import './canvas.css'
import {
  type ComponentType,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { DrawnEdge, MapCell, PlacedNode, Rect, SpatialIndex } from '../layout/index.ts'
import { ConnectionHint } from './connection-hint.tsx'
import { beginningOf, draggedTogether, isAbout, type Places } from './drag-together.ts'
import { DropMark } from './drop-mark.tsx'
import { EdgeLayer } from './edge-layer.tsx'
import { useMapChoice } from './map-choice.ts'
import { Minimap, type MinimapHandle } from './minimap.tsx'
import type { Tone } from './tones.ts'
import {
  bringingIntoSight,
  framing,
  goingInto,
  panningIntoSight,
  openingUp,
  framingReadably,
  framingStart,
  fitsReadably,
  overlaps,
  levelAt,
  nodesInBox,
  maxZoom,
  minZoom,
  visibleRect,
} from './viewport.ts'
import { edgeAt } from './edge-at.ts'
import { setMoving } from './moving-layer.ts'
import { PointerHint } from './pointer-hint.tsx'
import { LooksContext, nodeTypes, type RecordNode, recordNode } from './record-node.tsx'
import { TreemapLayer, type TreemapHandle } from './treemap-layer.tsx'
import type { GroupLabel } from './treemap-paint.ts'
import { useAnchor } from './use-anchor.ts'
import { type DropPlace, useDrop } from './use-drop.ts'
import { useFirstFrame } from './use-first-frame.ts'
import { useKeptInSight } from './use-kept-in-sight.ts'
import { type Shown, useShown } from './use-shown.ts'
import { cellAt, cellBeside, type MapSource, tileAt, useMapCells, useTreemap } from './use-treemap.ts'
import { CurrentZoomControls } from './zoom-controls.tsx'
import { zoomStep } from './zoom-step.ts'
import { sayZoom } from './zoom-variable.ts'

export interface FlowCanvasHandle {
  /** Shows these nodes; all of the graph when there are none. */
  frame(ids: readonly string[]): void
  /** Whether all of these nodes can be read on the screen at once. */
  fits(ids: readonly string[]): boolean
  /** Moves just so far that a node is in sight and nothing lies over it. */
  bringIntoSight(id: string): void
  /** Holds something from the palette over a place on the screen, or takes it away. */
  dragOver(item: string, clientX: number, clientY: number): void
  dragEnd(): void
  /** Drops something from the palette at a place on the screen; says whether the canvas is there. */
  dropAt(item: string, clientX: number, clientY: number): boolean
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Where on the screen a node is drawn, a little inside of it; null if it is not. */
  placeOf(id: string): { x: number; y: number } | null
  /** Whether a node can be read and typed on. */
  showsCard(id: string): boolean
  focus(): void
}

export interface FlowCanvasProps {
  /** What to draw. A new index is a new picture. */
  index: SpatialIndex
  /** Of what kind the picture is: one of another kind is framed anew. */
  picture: string
  /** The node that stays where it is on the screen when the picture changes. */
  anchor: string | null
  /** What the picture shows for the first time, and comes into sight: by itself, and with what it leads to. */
  opened?: { readonly own: Rect; readonly whole: Rect } | null
  /** Read by screen readers. */
  label: string
  /** Draws a node's card. */
  card: ComponentType<{ placed: PlacedNode; isSelected: boolean }>
  /** What is drawn from afar, and what its groups say. */
  map: MapSource
  group: (id: string) => GroupLabel
  nodeTone: (id: string) => Tone
  edgeTone: (edge: DrawnEdge) => Tone
  selected: readonly string[]
  /** Whether what a node stands for still exists: the picture hears a moment later that it does not. */
  isThere: (id: string) => boolean
  onSelect: (ids: readonly string[]) => void
  onOpen?: (id: string) => void
  /** The menu of what is selected was asked for, at a place on the screen. */
  onMenu?: (at: { x: number; y: number }) => void
  /** The menu of the canvas was asked for, or that of an edge. */
  onPaneMenu?: (at: { x: number; y: number }, edge: DrawnEdge | null) => void
  /** Shown first; where they are known only later, then, unless a person has looked elsewhere meanwhile. */
  frameFirst?: readonly string[]
  onDragStart?: () => void
  onDrag?: (positions: Readonly<Record<string, { x: number; y: number }>>) => void
  onDragEnd?: () => void
  /** Why an edge can't be drawn; null if it can. Absent: edges can't be drawn at all. */
  connectionProblem?: (source: string, target: string) => string | null
  onConnect?: (source: string, target: string) => void
  /** Whether an edge can be drawn from a node at all. */
  canConnectFrom?: (id: string) => boolean
  /** An edge was drawn to where nothing is: a place on the screen. */
  onConnectToNothing?: (source: string, at: { x: number; y: number }) => void
  /** What is being dragged from the palette; the browser itself says that only on the drop. */
  dragged?: string | null
  /** Why something from the palette can't be dropped on a node, on an edge or beside all; null if it can. */
  dropProblem?: (item: string, place: DropPlace) => string | null
  onDropItem?: (item: string, place: DropPlace) => void
  onKeyDown?: (event: KeyboardEvent) => void
  /** More buttons beside those for the zoom. */
  controls?: ReactNode
  /** Drawn over the graph, in its coordinates, where cards are drawn. */
  overlay?: ReactNode
  ref?: Ref<FlowCanvasHandle>
}

/** The type of a drag from the palette. */
export const paletteDragType = 'application/x-penstock-palette'

/**
 * The graph on the screen. React Flow is known to this folder alone. The document is the truth: React Flow is given
 * derived arrays of what the screen shows (never more than some hundred nodes) and answers with wishes.
 */
export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

const edgeTypes: EdgeTypes = {}
const noEdges: never[] = []
const nowhere: Rect = { x: 0, y: 0, width: 0, height: 0 }
/** How near to an edge a click on it may be. */
const edgeReachPx = 6
/** On a canvas less tall than this, as above an open drawer, the minimap would lie over what it helps to find. */
const leastMapHeight = 480

function Canvas({ ref, ...props }: FlowCanvasProps) {
  const { index, picture, anchor, selected, card, frameFirst, map } = props
  const flow = useReactFlow<RecordNode>()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const minimap = useRef<MinimapHandle>(null)
  const treemapLayer = useRef<TreemapHandle>(null)
  const hovered = useRef<{ clientX: number; clientY: number } | null>(null)
  const root = useRef<HTMLDivElement>(null)
  // Only what a zoom changes rarely: this component is not rendered in every frame of one.
  const level = useStore((state) => levelAt(state.transform[2]))
  const step = useStore(({ transform: [, , zoom] }) => (levelAt(zoom) === 'blocks' ? zoomStep(zoom) : 0))
  const [isMapShown, showMap] = useMapChoice()
  const hasMapRoom = height >= leastMapHeight
  const { shown, look } = useShown(index, width, height, flow.getViewport)
  const connectionProblem = props.connectionProblem
  const canConnectFrom = props.canConnectFrom
  const looks = useMemo(
    () => ({ card, connectionProblem, canConnectFrom }),
    [card, connectionProblem, canConnectFrom],
  )
  const isFar = level === 'blocks'
  const nodes = useNodes(shown, isFar, selected)
  const size = useMemo(() => ({ width, height }), [width, height])
  const pointer = useRef<{ x: number; y: number } | null>(null)
  const treemap = useTreemap({ map, index, size, pointer })
  const tileX = useStore(({ transform: [x, , zoom] }) => (isFar ? tileAt(x, zoom, width, step) : 0))
  const tileY = useStore(({ transform: [, y, zoom] }) => (isFar ? tileAt(y, zoom, height, step) : 0))
  const cells = useMapCells({ map, step: isFar ? step : null, tileX, tileY, size, version: index })
  const cellUnder = useCallback(
    (at: { x: number; y: number }) => (isFar ? cellAt(cells, at) : undefined),
    [isFar, cells],
  )
  const drop = useDrop(index, props.dropProblem, cellUnder)
  const chosen = useMemo(() => new Set(selected), [selected])
  // React Flow tells of a box only what it would change of what is selected.
  const box = useRef<Rect>(nowhere)
  const store = useStoreApi()
  useEffect(
    () =>
      store.subscribe(({ userSelectionRect }) => {
        if (userSelectionRect) box.current = userSelectionRect
      }),
    [store],
  )

  const wanted = useRef<{ id: string; isPan: boolean } | null>(null)
  const onMove = useCallback(
    (event: MouseEvent | TouchEvent | null = null) => {
      pointer.current = event && 'clientX' in event ? pointIn(root.current, event) : null
      const viewport = flow.getViewport()
      sayZoom(root.current, viewport.zoom, true)
      // What moves by itself says before which picture it moves in.
      const crossed = event ? treemap.crossing(viewport) : null
      if (crossed) {
        if (crossed.entered) wanted.current = { id: crossed.entered, isPan: true }
        void flow.setViewport(crossed.viewport)
        return
      }
      look(viewport)
      minimap.current?.show(visibleRect(viewport, { width, height }))
    },
    [flow, look, treemap, width, height],
  )

  const move = useCallback(
    (viewport: { x: number; y: number; zoom: number }, isAnimated: boolean) => {
      // From one picture to another nothing moves: the other one appears.
      const isOther = treemap.settle(viewport)
      const still = isOther || !isAnimated || window.matchMedia('(prefers-reduced-motion: reduce)').matches
      // Straight there: a flight that rises on its way would pass through the other picture.
      void flow.setViewport(viewport, still ? {} : { duration: 140, interpolate: 'linear' })
    },
    [flow, treemap],
  )
  const zoomTo = (zoom: number) => {
    const viewport = flow.getViewport()
    const to = Math.min(maxZoom, Math.max(minZoom, zoom))
    const scale = to / viewport.zoom
    const next = {
      x: width / 2 - (width / 2 - viewport.x) * scale,
      y: height / 2 - (height / 2 - viewport.y) * scale,
      zoom: to,
    }
    pointer.current = null
    const crossed = treemap.crossing(next)
    if (crossed?.entered) wanted.current = { id: crossed.entered, isPan: true }
    if (crossed) void flow.setViewport(treemap.kept(crossed.viewport))
    else move(treemap.kept(next), true)
  }
  const fit = () => {
    const whole = framing(index.bounds, size)
    if (levelAt(whole.zoom) !== 'blocks') move(whole, true)
    // A map of a handful of operations says less than the beginning of their graph.
    else move(treemap.isWorthwhile() ? treemap.whole() : framingStart(index.bounds, size), true)
  }

  const stay = useFirstFrame({
    index,
    picture,
    size,
    first: frameFirst,
    selected,
    show: (viewport, isAnew) => {
      // A map stays a map.
      move(isAnew && isFar ? treemap.whole() : viewport, false)
      onMove()
    },
  })
  useAnchor(index, anchor, (dx, dy) => {
    if (isFar) return
    const viewport = flow.getViewport()
    move({ ...viewport, x: viewport.x + dx * viewport.zoom, y: viewport.y + dy * viewport.zoom }, false)
  })
  useEffect(() => {
    const { opened } = props
    if (!opened || isFar) return
    const viewport = flow.getViewport()
    const next = openingUp(viewport, opened, size, minimap.current?.size())
    if (next.x !== viewport.x || next.y !== viewport.y || next.zoom !== viewport.zoom) move(next, true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each picture
  }, [index])
  useEffect(() => {
    minimap.current?.show(visibleRect(flow.getViewport(), { width, height }))
  }, [flow, index, isMapShown, hasMapRoom, width, height])
  useLayoutEffect(() => sayZoom(root.current, flow.getZoom(), false), [flow])

  const bringIntoSight = useCallback(
    (id: string, isPan = false) => {
      const node = index.node(id)
      // What was just opened is laid out in a moment: then.
      wanted.current = node ? null : { id, isPan }
      if (!node) return
      const viewport = flow.getViewport()
      const bringing = isPan ? panningIntoSight : bringingIntoSight
      const next = bringing(viewport, node, { width, height }, minimap.current?.size())
      stay()
      if (next.x !== viewport.x || next.y !== viewport.y || next.zoom !== viewport.zoom) move(next, true)
    },
    [index, flow, move, stay, width, height],
  )
  useEffect(() => {
    if (wanted.current !== null) bringIntoSight(wanted.current.id, wanted.current.isPan)
  }, [bringIntoSight])
  // What is selected anywhere else comes into sight, and stays in sight when a pane takes some of the screen. What is
  // selected here is under the pointer, where it should stay.
  const primary = selected.at(-1) ?? null
  const seen = useRef<string | null>(null)
  const select = (ids: readonly string[]) => {
    seen.current = ids.at(-1) ?? null
    stay()
    props.onSelect(ids)
  }
  useEffect(() => {
    if (primary !== null && primary !== seen.current) bringIntoSight(primary)
    seen.current = primary
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new picture is no reason to move
  }, [primary])
  const isDragging = useRef(false)
  const dragBegan = useRef<Places>({})
  const dragPut = useRef<Places>({})
  // It stays in sight also when the picture moves it, or when it is gone what was beside it; but where somebody put it.
  useKeptInSight(index, picture, primary, props.isThere, (before, kept) => {
    const put = dragPut.current[kept.id]
    const isWherePut = put !== undefined && isAbout(put, kept)
    if (isFar || isDragging.current || isWherePut || anchor !== null || wanted.current !== null) return
    if (!overlaps(visibleRect(flow.getViewport(), size), before)) return
    const viewport = flow.getViewport()
    const next = panningIntoSight(viewport, kept, size, minimap.current?.size())
    if (next.x !== viewport.x || next.y !== viewport.y) move(next, true)
  })
  const sizeBefore = useRef({ width, height })
  useEffect(() => {
    const node = primary === null ? undefined : index.node(primary)
    const wasSeen = node && overlaps(visibleRect(flow.getViewport(), sizeBefore.current), node)
    sizeBefore.current = { width, height }
    if (!wasSeen || isFar) return
    const viewport = flow.getViewport()
    const next = panningIntoSight(viewport, node, { width, height }, minimap.current?.size())
    stay()
    if (next.x !== viewport.x || next.y !== viewport.y) move(next, true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a new size of the canvas is a reason
  }, [width, height])
  const dropAt = (item: string, clientX: number, clientY: number) => {
    const { place, reason } = drop.over(item, clientX, clientY)
    drop.leave()
    if (reason === null) props.onDropItem?.(item, place)
  }
  /** Shows a group larger, and what is small enough as what it is. */
  const enter = (cell: MapCell) => {
    const framed = goingInto(flow.getViewport(), cell, size)
    if (cell.role !== 'leaf' && levelAt(framed.zoom) === 'blocks') {
      move(framed, true)
      return
    }
    map.enter(cell.id)
    bringIntoSight(cell.id)
  }
  const extended = (id: string) =>
    selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]
  const choose = (cell: MapCell, isExtending: boolean) => {
    root.current?.focus({ preventScroll: true })
    select(isExtending ? extended(cell.id) : [cell.id])
    if (!isExtending) enter(cell)
  }
  const cellIn = (event: { clientX: number; clientY: number }) =>
    cellAt(cells, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
  /** The pane is what the pointer is over: it says what is drawn there. */
  const hover = (at: { clientX: number; clientY: number } | null) => {
    hovered.current = at
    const cell = at && isFar ? cellIn(at) : null
    treemapLayer.current?.hover(cell?.id ?? null)
    root.current?.toggleAttribute('data-over-group', cell !== null)
    const pane = root.current?.querySelector<HTMLElement>('.react-flow__pane')
    if (pane) pane.title = cell ? groupTitle(cell, props.group(cell.id)) : ''
  }
  // What is under a pointer that rests is another group when the map has moved below it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another picture is a reason
  useEffect(() => hover(hovered.current), [cells, isFar])
  /** From afar the arrows go from group to group, and Enter goes into one. */
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key]
    const isOwn =
      isFar && event.target === event.currentTarget && !event.altKey && !event.metaKey && !event.ctrlKey
    const next = isOwn && direction ? cellBeside(cells, primary, direction) : null
    const entered = isOwn && event.key === 'Enter' ? cells.find((cell) => cell.id === primary) : undefined
    if (!entered && !(isOwn && direction)) {
      props.onKeyDown?.(event)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    if (entered) enter(entered)
    if (!next) return
    select(event.shiftKey ? extended(next.id) : [next.id])
    move(panningIntoSight(flow.getViewport(), next, size), true)
  }

  useImperativeHandle(ref, () => ({
    frame: (ids) => {
      // Before the canvas knows its size: what is framed first is framed then.
      if (width === 0) return
      const found = ids.flatMap((id) => index.node(id) ?? [])
      stay()
      if (found.length === 0) fit()
      else move(framingReadably(found, size), true)
    },
    fits: (ids) =>
      fitsReadably(
        ids.flatMap((id) => index.node(id) ?? []),
        { width, height },
      ),
    bringIntoSight,
    dragOver: (item, clientX, clientY) => void drop.over(item, clientX, clientY),
    dragEnd: drop.leave,
    dropAt: (item, clientX, clientY) => {
      const box = root.current?.getBoundingClientRect()
      if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom)
        return false
      dropAt(item, clientX, clientY)
      return true
    },
    zoomBy: (factor) => zoomTo(flow.getZoom() * factor),
    zoomTo,
    placeOf: (id) => {
      const node = isFar ? cells.find((cell) => cell.id === id) : index.node(id)
      return node ? flow.flowToScreenPosition({ x: node.x + node.width / 4, y: node.y + node.height }) : null
    },
    showsCard: (id) => level === 'cards' && index.node(id) !== undefined,
    focus: () => root.current?.focus(),
  }))

  const onNodesChange = (changes: NodeChange<RecordNode>[]) => {
    const positions: Record<string, { x: number; y: number }> = {}
    for (const change of changes) {
      if (change.type === 'position' && change.position && change.dragging)
        positions[change.id] = change.position
    }
    if (Object.keys(positions).length === 0) return
    dragPut.current = draggedTogether(dragBegan.current, positions)
    props.onDrag?.(dragPut.current)
  }
  const onDrop = (event: DragEvent) => {
    const item = event.dataTransfer.getData(paletteDragType)
    if (!item) return
    event.preventDefault()
    dropAt(item, event.clientX, event.clientY)
  }
  const problem = connectionProblem
  return (
    <LooksContext value={looks}>
      <ReactFlow<RecordNode>
        ref={root}
        className="flow-canvas relative"
        data-level={level}
        data-testid="flow-canvas"
        tabIndex={0}
        aria-label={props.label}
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onMove={onMove}
        onMoveStart={(event) => {
          setMoving(root.current, true)
          if (event) stay()
        }}
        onMoveEnd={() => {
          setMoving(root.current, false)
          sayZoom(root.current, flow.getZoom(), false)
          if (isFar) hover(hovered.current)
        }}
        onNodeClick={(event, node) => {
          const isExtending = event.shiftKey || event.metaKey || event.ctrlKey
          select(isExtending ? extended(node.id) : [node.id])
        }}
        onNodeDoubleClick={(_, node) => props.onOpen?.(node.id)}
        onNodeContextMenu={(event, node) => {
          if (!props.onMenu) return
          event.preventDefault()
          if (!selected.includes(node.id)) select([node.id])
          root.current?.focus({ preventScroll: true })
          props.onMenu({ x: event.clientX, y: event.clientY })
        }}
        {...(isFar ? { onPaneMouseMove: hover } : {})}
        onPaneMouseLeave={() => hover(null)}
        onPaneClick={(event) => {
          const cell = isFar ? cellIn(event) : null
          if (cell) choose(cell, event.shiftKey || event.metaKey || event.ctrlKey)
          else select([])
        }}
        onPaneContextMenu={(event) => {
          if (!props.onPaneMenu) return
          event.preventDefault()
          const at = { x: event.clientX, y: event.clientY }
          const cell = isFar ? cellIn(event) : null
          if (cell && props.onMenu) {
            if (!selected.includes(cell.id)) select([cell.id])
            root.current?.focus({ preventScroll: true })
            props.onMenu(at)
            return
          }
          const edge = edgeAt(shown.edges, flow.screenToFlowPosition(at), edgeReachPx / flow.getZoom())
          if (!edge) select([])
          root.current?.focus({ preventScroll: true })
          props.onPaneMenu(at, edge)
        }}
        onSelectionEnd={() => select(isFar ? [] : nodesInBox(index, box.current, flow.getViewport()))}
        onNodeDragStart={(_, node) => {
          isDragging.current = true
          dragBegan.current = beginningOf(index, node.id, selected)
          props.onDragStart?.()
        }}
        onNodeDragStop={() => {
          isDragging.current = false
          props.onDragEnd?.()
        }}
        {...(problem ? { isValidConnection: ({ source, target }) => problem(source, target) === null } : {})}
        onConnect={({ source, target }: Connection) => props.onConnect?.(source, target)}
        onConnectEnd={(event, state) => {
          const at = 'changedTouches' in event ? event.changedTouches[0] : event
          const from = state.fromNode?.id
          if (!at || !from || state.isValid) return
          const { x, y } = flow.screenToFlowPosition({ x: at.clientX, y: at.clientY })
          const isOverNothing = index.nodesIn({ x, y, width: 0, height: 0 }).length === 0
          if (isOverNothing) props.onConnectToNothing?.(from, { x: at.clientX, y: at.clientY })
        }}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(paletteDragType)) return
          event.preventDefault()
          const { reason } = drop.over(props.dragged ?? '', event.clientX, event.clientY)
          event.dataTransfer.dropEffect = reason === null ? 'copy' : 'none'
        }}
        onDragLeave={drop.leave}
        onDrop={onDrop}
        onKeyDown={onKeyDown}
        nodesDraggable={props.onDrag !== undefined && !isFar}
        nodesConnectable={problem !== undefined && !isFar}
        nodesFocusable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode="Space"
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={minZoom}
        maxZoom={maxZoom}
        nodeDragThreshold={4}
        attributionPosition="bottom-right"
      >
        {level === 'cards' && <Background gap={24} size={1} />}
        <ViewportPortal>
          {!isFar && (
            <>
              <EdgeLayer edges={shown.edges} tone={props.edgeTone} />
              {props.overlay}
              {drop.hover?.reason === null && <DropMark target={drop.hover.target} />}
            </>
          )}
        </ViewportPortal>
        {isFar && <TreemapLayer ref={treemapLayer} cells={cells} selected={chosen} label={props.group} />}
        {problem && <ConnectionHint index={index} problem={problem} />}
        <PointerHint at={drop.hover?.at ?? null} reason={drop.hover?.reason ?? null} />
        <CurrentZoomControls
          onZoomBy={(factor) => zoomTo(flow.getZoom() * factor)}
          onReset={() => zoomTo(1)}
          isMapShown={hasMapRoom ? isMapShown : null}
          onMap={() => showMap(!isMapShown)}
          onFit={fit}
          more={props.controls}
        />
        {isMapShown && hasMapRoom && !isFar && (
          <Minimap
            ref={minimap}
            index={index}
            tone={props.nodeTone}
            onMove={(x, y) => void flow.setCenter(x, y, { zoom: flow.getZoom() })}
          />
        )}
      </ReactFlow>
    </LooksContext>
  )
}

/** React Flow's nodes for what is shown; from afar there are none. */
function useNodes(shown: Shown, isFar: boolean, selected: readonly string[]): RecordNode[] {
  return useMemo(() => {
    if (isFar) return []
    const chosen = new Set(selected)
    return shown.nodes.map((placed) => recordNode(placed, chosen.has(placed.id)))
  }, [shown, isFar, selected])
}

const arrows: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function groupTitle({ role, leaves }: MapCell, { title, method }: GroupLabel): string {
  if (role === 'leaf') return method ? `${method} ${title}` : title
  return `${title}, ${leaves} ${leaves === 1 ? 'operation' : 'operations'}`
}

function pointIn(canvas: HTMLElement | null, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = canvas?.getBoundingClientRect()
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
}
