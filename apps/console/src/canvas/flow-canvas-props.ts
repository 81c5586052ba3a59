import type { ComponentType, KeyboardEvent, ReactNode, Ref } from 'react'
import type { DrawnEdge, PlacedNode, Rect, SpatialIndex } from '../layout/index.ts'
import type { Tone } from './tones.ts'
import type { GroupLabel } from './treemap-paint.ts'
import type { DropPlace } from './use-drop.ts'
import type { MapSource } from './use-treemap.ts'
import type { Look } from './viewport.ts'

/** What a canvas can be asked to do, and where things are on it. */
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

/** What a canvas shows, and whom it tells what the pointer and the keys wish. */
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
  /** Where somebody looked last: shown instead of what would be first, as long as anything is there. */
  left?: Look | null
  /** Told of each part of the canvas that is shown, to be given as `left` another time. */
  onLook?: (look: Look) => void
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
