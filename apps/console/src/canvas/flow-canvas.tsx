import {
  Background,
  type Connection,
  type EdgeTypes,
  Handle,
  type Node,
  type NodeChange,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useConnection,
  useReactFlow,
  useStore,
  ViewportPortal,
} from '@xyflow/react'
import { cx } from '@penstock/ui'
import './canvas.css'
import {
  type ComponentProps,
  type ComponentType,
  createContext,
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useContext,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react'
import { type Block, blocksOf, type DrawnEdge, type PlacedNode, type SpatialIndex } from '../layout/index.ts'
import { BlockView, type BlockLabel } from './block-view.tsx'
import { ConnectionHint } from './connection-hint.tsx'
import { DropMark } from './drop-mark.tsx'
import { EdgeLayer } from './edge-layer.tsx'
import { useMapChoice } from './map-choice.ts'
import { Minimap, type MinimapHandle } from './minimap.tsx'
import type { Tone } from './tones.ts'
import {
  bringingIntoSight,
  framing,
  panningIntoSight,
  framingReadably,
  overlaps,
  levelAt,
  maxZoom,
  minZoom,
  visibleRect,
} from './viewport.ts'
import { distantEdges } from './distant-edges.ts'
import { edgeAt } from './edge-at.ts'
import { PointerHint } from './pointer-hint.tsx'
import { useAnchor } from './use-anchor.ts'
import { type DropPlace, placeOf, useDrop } from './use-drop.ts'
import { useFirstFrame } from './use-first-frame.ts'
import { type Shown, useShown } from './use-shown.ts'
import { ZoomControls } from './zoom-controls.tsx'
import { zoomOfStep, zoomStep } from './zoom-step.ts'

export interface FlowCanvasHandle {
  /** Shows these nodes; all of the graph when there are none. */
  frame(ids: readonly string[]): void
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
  focus(): void
}

export interface FlowCanvasProps {
  /** What to draw. A new index is a new picture. */
  index: SpatialIndex
  /** The node that stays where it is on the screen when the picture changes. */
  anchor: string | null
  /** Read by screen readers. */
  label: string
  /** Draws a node's card. */
  card: ComponentType<{ placed: PlacedNode; isSelected: boolean }>
  /** What a block says, from afar. */
  block: (id: string) => BlockLabel
  nodeTone: (id: string) => Tone
  edgeTone: (edge: DrawnEdge) => Tone
  selected: readonly string[]
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
  /** Drawn over the graph, in its coordinates, where cards are drawn. */
  overlay?: ReactNode
  ref?: Ref<FlowCanvasHandle>
}

/** The type of a drag from the palette. */
export const paletteDragType = 'application/x-penstock-palette'

type RecordNode = Node<{ placed: PlacedNode }, 'record'>
type BlockNode = Node<{ block: Block }, 'block'>
type CanvasNode = RecordNode | BlockNode

interface Looks {
  card: FlowCanvasProps['card']
  block: FlowCanvasProps['block']
  /** Why an edge can't be drawn; absent where none can. */
  connectionProblem: FlowCanvasProps['connectionProblem']
  canConnectFrom: FlowCanvasProps['canConnectFrom']
}

const LooksContext = createContext<Looks | null>(null)

/**
 * The graph on the screen, and the only file that knows React Flow. The document is the truth: React Flow is given
 * derived arrays of what the screen shows (never more than some hundred nodes) and answers with wishes.
 */
export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

const nodeTypes = { record: memo(RecordNodeView), block: memo(BlockNodeView) }
const edgeTypes: EdgeTypes = {}
const noEdges: never[] = []
/** How near to an edge a click on it may be. */
const edgeReachPx = 6
/** On a canvas less tall than this, as above an open drawer, the minimap would lie over what it helps to find. */
const leastMapHeight = 480

function Canvas({ ref, ...props }: FlowCanvasProps) {
  const { index, anchor, selected, card, block, frameFirst } = props
  const flow = useReactFlow<CanvasNode>()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const minimap = useRef<MinimapHandle>(null)
  const root = useRef<HTMLDivElement>(null)
  // Only what a zoom changes rarely: this component is not rendered in every frame of one.
  const level = useStore((state) => levelAt(state.transform[2]))
  const step = useStore((state) => zoomStep(state.transform[2]))
  const [isMapShown, showMap] = useMapChoice()
  const hasMapRoom = height >= leastMapHeight
  const { shown, look } = useShown(index, width, height, flow.getViewport)
  const connectionProblem = props.connectionProblem
  const canConnectFrom = props.canConnectFrom
  const looks = useMemo(
    () => ({ card, block, connectionProblem, canConnectFrom }),
    [card, block, connectionProblem, canConnectFrom],
  )
  const drop = useDrop(index, props.dropProblem)
  const nodes = useNodes(index, shown, level === 'blocks' ? step : null, selected)
  const isBoxing = useRef(false)
  const boxed = useRef(new Set<string>())

  const onMove = useCallback(() => {
    const viewport = flow.getViewport()
    look(viewport)
    minimap.current?.show(visibleRect(viewport, { width, height }))
  }, [flow, look, width, height])

  const move = useCallback(
    (viewport: { x: number; y: number; zoom: number }, isAnimated: boolean) => {
      const still = !isAnimated || window.matchMedia('(prefers-reduced-motion: reduce)').matches
      void flow.setViewport(viewport, still ? {} : { duration: 140 })
    },
    [flow],
  )

  const stay = useFirstFrame(index, width, height, frameFirst, (viewport) => {
    move(viewport, false)
    onMove()
  })
  useAnchor(index, anchor, (dx, dy) => {
    const viewport = flow.getViewport()
    move({ ...viewport, x: viewport.x + dx * viewport.zoom, y: viewport.y + dy * viewport.zoom }, false)
  })
  useEffect(() => {
    minimap.current?.show(visibleRect(flow.getViewport(), { width, height }))
  }, [flow, index, isMapShown, hasMapRoom, width, height])

  const wanted = useRef<string | null>(null)
  const bringIntoSight = useCallback(
    (id: string) => {
      const node = index.node(id)
      // What was just opened is laid out in a moment: then.
      wanted.current = node ? null : id
      if (!node) return
      const viewport = flow.getViewport()
      const next = bringingIntoSight(viewport, node, { width, height }, minimap.current?.size())
      stay()
      if (next.x !== viewport.x || next.y !== viewport.y || next.zoom !== viewport.zoom) move(next, true)
    },
    [index, flow, move, stay, width, height],
  )
  useEffect(() => {
    if (wanted.current !== null) bringIntoSight(wanted.current)
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
  const sizeBefore = useRef({ width, height })
  useEffect(() => {
    const node = primary === null ? undefined : index.node(primary)
    const wasSeen = node && overlaps(visibleRect(flow.getViewport(), sizeBefore.current), node)
    sizeBefore.current = { width, height }
    if (!wasSeen) return
    const viewport = flow.getViewport()
    const next = panningIntoSight(viewport, node, { width, height }, minimap.current?.size())
    stay()
    if (next.x !== viewport.x || next.y !== viewport.y) move(next, true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a new size of the canvas is a reason
  }, [width, height])
  const dropAt = (item: string, clientX: number, clientY: number) => {
    const { target, reason } = drop.over(item, clientX, clientY)
    drop.leave()
    if (reason === null) props.onDropItem?.(item, placeOf(target))
  }

  useImperativeHandle(ref, () => ({
    frame: (ids) => {
      // Before the canvas knows its size: what is framed first is framed then.
      if (width === 0) return
      const found = ids.flatMap((id) => index.node(id) ?? [])
      const size = { width, height }
      stay()
      move(found.length === 0 ? framing(index.bounds, size) : framingReadably(found, size), true)
    },
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
    zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: 120 }),
    zoomTo: (to) => void flow.zoomTo(to, { duration: 120 }),
    placeOf: (id) => {
      const node = index.node(id)
      return node ? flow.flowToScreenPosition({ x: node.x + node.width / 4, y: node.y + node.height }) : null
    },
    focus: () => root.current?.focus(),
  }))

  const onNodesChange = (changes: NodeChange<CanvasNode>[]) => {
    const positions: Record<string, { x: number; y: number }> = {}
    for (const change of changes) {
      if (change.type === 'position' && change.position && change.dragging)
        positions[change.id] = change.position
      if (change.type === 'select' && isBoxing.current) {
        if (change.selected) boxed.current.add(change.id)
        else boxed.current.delete(change.id)
      }
    }
    if (Object.keys(positions).length > 0) props.onDrag?.(positions)
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
      <ReactFlow<CanvasNode>
        ref={root}
        className="flow-canvas relative"
        data-level={level}
        data-testid="flow-canvas"
        style={{ '--canvas-zoom': Math.min(1, zoomOfStep(step)) } as CSSProperties}
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
        onMoveEnd={() => setMoving(root.current, false)}
        onNodeClick={(event, node) => {
          const isExtending = event.shiftKey || event.metaKey || event.ctrlKey
          const without = selected.filter((id) => id !== node.id)
          select(!isExtending ? [node.id] : selected.includes(node.id) ? without : [...selected, node.id])
        }}
        onNodeDoubleClick={(_, node) => {
          if (node.type === 'record') props.onOpen?.(node.id)
          else move(framing(node.data.block, { width, height }), true)
        }}
        onNodeContextMenu={(event, node) => {
          if (!props.onMenu || node.type !== 'record') return
          event.preventDefault()
          if (!selected.includes(node.id)) select([node.id])
          root.current?.focus({ preventScroll: true })
          props.onMenu({ x: event.clientX, y: event.clientY })
        }}
        onPaneClick={() => select([])}
        onPaneContextMenu={(event) => {
          if (!props.onPaneMenu) return
          event.preventDefault()
          const at = { x: event.clientX, y: event.clientY }
          const edge = edgeAt(shown.edges, flow.screenToFlowPosition(at), edgeReachPx / flow.getZoom())
          if (!edge) select([])
          root.current?.focus({ preventScroll: true })
          props.onPaneMenu(at, edge)
        }}
        onSelectionStart={() => {
          isBoxing.current = true
          boxed.current.clear()
        }}
        onSelectionEnd={() => {
          isBoxing.current = false
          select([...boxed.current])
        }}
        onNodeDragStart={() => props.onDragStart?.()}
        onNodeDragStop={() => props.onDragEnd?.()}
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
        {...(props.onKeyDown ? { onKeyDown: props.onKeyDown } : {})}
        nodesDraggable={props.onDrag !== undefined && level !== 'blocks'}
        nodesConnectable={problem !== undefined && level !== 'blocks'}
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
        attributionPosition="bottom-left"
      >
        {level === 'cards' && <Background gap={24} size={1} />}
        <ViewportPortal>
          <EdgeLayer edges={level === 'blocks' ? distantEdges(index) : shown.edges} tone={props.edgeTone} />
          {level !== 'blocks' && props.overlay}
          {drop.hover?.reason === null && <DropMark target={drop.hover.target} />}
        </ViewportPortal>
        {problem && <ConnectionHint index={index} problem={problem} />}
        <PointerHint at={drop.hover?.at ?? null} reason={drop.hover?.reason ?? null} />
        <CurrentZoomControls
          onZoomBy={(factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: 120 })}
          onReset={() => void flow.zoomTo(1, { duration: 120 })}
          isMapShown={hasMapRoom ? isMapShown : null}
          onMap={() => showMap(!isMapShown)}
          onFit={() => move(framing(index.bounds, { width, height }), true)}
        />
        {isMapShown && hasMapRoom && (
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

/** React Flow's nodes for what is shown. */
function useNodes(
  index: SpatialIndex,
  shown: Shown,
  /** At which blocks are drawn; null: the nodes themselves. */
  step: number | null,
  selected: readonly string[],
): CanvasNode[] {
  return useMemo(() => {
    const chosen = new Set(selected)
    if (step === null) return shown.nodes.map((placed) => recordNode(placed, chosen.has(placed.id)))
    return blocksOf(index, zoomOfStep(step)).map((block) => blockNode(block, chosen.has(block.id)))
  }, [index, shown, step, selected])
}

const recordNodes = [new WeakMap<PlacedNode, RecordNode>(), new WeakMap<PlacedNode, RecordNode>()] as const

/** React Flow draws a node again when the object is another one: the same place gets the same object. */
function recordNode(placed: PlacedNode, selected: boolean): RecordNode {
  const known = recordNodes[selected ? 1 : 0]
  let node = known.get(placed)
  if (!node) {
    const { id, x, y, width, height } = placed
    const measured = { width, height }
    // Steps stand where their flow puts them.
    const draggable = placed.role === 'step' ? { draggable: false } : {}
    node = {
      id,
      type: 'record',
      position: { x, y },
      width,
      height,
      measured,
      selected,
      data: { placed },
      ...draggable,
    }
    known.set(placed, node)
  }
  return node
}

function blockNode(block: Block, selected: boolean): BlockNode {
  const { id, x, y, width, height } = block
  return {
    id,
    type: 'block',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    draggable: false,
    selected,
    data: { block },
  }
}

/**
 * While it moves the graph is a layer of its own, which is shifted and not painted again: half as many frames are late
 * without a GPU (`npm run bench`, console). At rest it is none, so that a zoom ends with sharp text. Past React, which
 * would render in the first frame of the move.
 */
function setMoving(canvas: HTMLElement | null, isMoving: boolean): void {
  canvas?.toggleAttribute('data-moving', isMoving)
}

function CurrentZoomControls(props: Omit<ComponentProps<typeof ZoomControls>, 'zoom'>) {
  return <ZoomControls {...props} zoom={useStore((state) => Math.round(state.transform[2] * 100) / 100)} />
}

function RecordNodeView({ data, selected }: NodeProps<RecordNode>) {
  const looks = useContext(LooksContext)
  if (!looks) return null
  const { card: Card, connectionProblem, canConnectFrom } = looks
  const { placed } = data
  return (
    <>
      {connectionProblem && placed.role === 'target' && (
        <TargetHandle placed={placed} problem={connectionProblem} />
      )}
      <Card placed={placed} isSelected={selected ?? false} />
      {connectionProblem && canConnectFrom?.(placed.id) && <Handle type="source" position={Position.Right} />}
    </>
  )
}

/** Where an edge ends. While one is drawn it covers the node: a drop anywhere on it counts. */
function TargetHandle(props: {
  placed: PlacedNode
  problem: NonNullable<FlowCanvasProps['connectionProblem']>
}) {
  const { id, width, height } = props.placed
  const from = useConnection((connection) =>
    connection.inProgress && connection.fromHandle.type === 'source' ? connection.fromNode.id : null,
  )
  const isTaking = from !== null && from !== id && props.problem(from, id) === null
  const size = { '--node-width': `${width}px`, '--node-height': `${height}px` } as CSSProperties
  return (
    <Handle
      type="target"
      position={Position.Left}
      className={cx(from !== null && from !== id && 'covers-node', isTaking && 'takes-edge')}
      style={size}
    />
  )
}

function BlockNodeView({ data, selected }: NodeProps<BlockNode>) {
  const looks = useContext(LooksContext)
  const zoom = useStore((state) => Math.round(state.transform[2] * 100) / 100)
  if (!looks) return null
  return (
    <BlockView
      label={looks.block(data.block.id)}
      block={data.block}
      zoom={zoom}
      isSelected={selected ?? false}
    />
  )
}
