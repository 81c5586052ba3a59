import {
  Background,
  type Connection,
  type EdgeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
  ViewportPortal,
} from '@xyflow/react'
import './canvas.css'
import {
  type DragEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import type { MapCell, Rect } from '../layout/index.ts'
import { ConnectionHint } from './connection-hint.tsx'
import { DropMark } from './drop-mark.tsx'
import { EdgeLayer } from './edge-layer.tsx'
import type { FlowCanvasProps } from './flow-canvas-props.ts'
import { useMapChoice } from './map-choice.ts'
import { meantOnMap } from './map-keys.ts'
import { Minimap, type MinimapHandle } from './minimap.tsx'
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
import { useAnchor } from './use-anchor.ts'
import { useDrop } from './use-drop.ts'
import { useFirstFrame } from './use-first-frame.ts'
import { useKeptInSight } from './use-kept-in-sight.ts'
import { useMapHover } from './use-map-hover.ts'
import { useNodeDrag } from './use-node-drag.ts'
import { type Shown, useShown } from './use-shown.ts'
import { cellAt, tileAt, useMapCells, useTreemap } from './use-treemap.ts'
import { CurrentZoomControls } from './zoom-controls.tsx'
import { zoomStep } from './zoom-step.ts'
import { sayZoom } from './zoom-variable.ts'

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
/** Nor over a canvas as narrow as beside the code, or beside what is said on a request. */
const leastMapWidth = 600

function Canvas({ ref, ...props }: FlowCanvasProps) {
  const { index, picture, anchor, selected, card, frameFirst, map } = props
  const flow = useReactFlow<RecordNode>()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const minimap = useRef<MinimapHandle>(null)
  const treemapLayer = useRef<TreemapHandle>(null)
  const root = useRef<HTMLDivElement>(null)
  // Only what a zoom changes rarely: this component is not rendered in every frame of one.
  const level = useStore((state) => levelAt(state.transform[2]))
  const step = useStore(({ transform: [, , zoom] }) => (levelAt(zoom) === 'blocks' ? zoomStep(zoom) : 0))
  const [isMapShown, showMap] = useMapChoice()
  const hasMapRoom = height >= leastMapHeight && width >= leastMapWidth
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
  const leading = useRef<MouseEvent | null>(null)
  const pointer = useCallback(() => leading.current && pointIn(root.current, leading.current), [])
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
  const { left = null, onLook } = props
  useEffect(
    () =>
      store.subscribe(({ transform, width, height }, before) => {
        const [x, y, zoom] = transform
        if (transform !== before.transform) onLook?.({ x, y, zoom, width, height })
      }),
    [store, onLook],
  )

  const wanted = useRef<{ id: string; isPan: boolean } | null>(null)
  const onMove = useCallback(
    (event: MouseEvent | TouchEvent | null = null) => {
      leading.current = event && 'clientX' in event ? event : null
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
    leading.current = null
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
    left,
    first: frameFirst,
    selected,
    show: (viewport, isAnew) => {
      // A map stays a map.
      move(isAnew && isFar ? treemap.whole() : treemap.kept(viewport), false)
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
  const seen = useRef<string | null>(left ? primary : null)
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
  const { onDragStart, onDrag, onDragEnd } = props
  const drag = useNodeDrag({ index, selected, onDragStart, onDrag, onDragEnd })
  // It stays in sight also when the picture moves it, or when it is gone what was beside it; but where somebody put it.
  useKeptInSight(index, picture, primary, props.isThere, (before, kept) => {
    if (isFar || drag.isHandled(kept) || anchor !== null || wanted.current !== null) return
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
  const hover = useMapHover({ root, layer: treemapLayer, cells, isFar, cellIn, group: props.group })
  const onKeyDown = (event: KeyboardEvent) => {
    const meant = isFar ? meantOnMap(event, cells, primary) : null
    if (!meant) {
      props.onKeyDown?.(event)
      return
    }
    event.preventDefault()
    event.stopPropagation()
    const { entered, next } = meant
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
        onNodesChange={drag.onNodesChange}
        onMove={onMove}
        onMoveStart={(event) => {
          setMoving(root.current, true)
          if (event) stay()
        }}
        onMoveEnd={() => {
          setMoving(root.current, false)
          sayZoom(root.current, flow.getZoom(), false)
          if (isFar) hover()
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
        onNodeDragStart={(_, node) => drag.start(node.id)}
        onNodeDragStop={drag.stop}
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
        nodesDraggable={onDrag !== undefined && !isFar}
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

function pointIn(canvas: HTMLElement | null, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = canvas?.getBoundingClientRect()
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
}
