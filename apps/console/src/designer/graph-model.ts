import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { partOf, type Position, recordOfPart } from '../editor/index.ts'
import {
  boundsOf,
  emptyGraph,
  type FlowShape,
  GraphDecoder,
  GraphIndex,
  type GraphMessage,
  type MapTree,
  type LayoutUpdate,
  type LayoutWorker,
  type Rect,
  sameSkeleton,
  type SkeletonNode,
  SpatialIndex,
  withFlows,
} from '../layout/index.ts'
import { ownerOf } from './edits/references.ts'
import { besideSkeleton } from './nodes/definitions.ts'
import { groupedSkeleton, TagNodes } from './grouped-skeleton.ts'
import { startThread, type Thread } from './thread.ts'
import { type StandIns, standInsOf } from './rpc/stand-ins.ts'
import { OpenFlows } from './steps/open-flows.ts'
import { groupOfTag, type Grouping, tagOf, tagOfGroup } from './tags.ts'

/** What the canvas shows, and which node should not move on the screen while it changes. */
export interface GraphView {
  readonly index: SpatialIndex
  /** By what the operations of this view are grouped; the worker may yet be at work on another. */
  readonly grouping: Grouping
  readonly anchor: RecordId | null
  /** The flow that this view is the first to show: its box, and that around what it leads to as well. */
  readonly opened: { readonly own: Rect; readonly whole: Rect } | null
}

/** Records that are drawn in any case → those that lead to them, where that is drawn too. */
export type KeptRecords = ReadonlyMap<RecordId, readonly RecordId[]>

/** What is open of a graph, to begin with it another time. */
export interface LeftGraph {
  readonly grouping: Grouping
  /** Every branch was opened (true) or closed (false), before what `branches` says; null: neither. */
  readonly all: boolean | null
  /** Branches that were drawn, and whether they were open. */
  readonly branches: readonly (readonly [RecordId, boolean])[]
  /** Methods that showed their flow. */
  readonly flows: readonly RecordId[]
}

export interface GraphSource {
  readonly definition: Definition
  readonly positions: ReadonlyMap<RecordId, Position>
}

/**
 * The graph of a definition, laid out in a worker. Told of changes, it sends only what the layout can see of them,
 * one request at a time; what comes in meanwhile goes with the next.
 */
export class GraphModel {
  readonly #start: () => Thread<LayoutWorker>
  #thread: Thread<LayoutWorker>
  #decoder = new GraphDecoder()
  readonly #source: GraphSource
  readonly #skeletons = new Map<RecordId, SkeletonNode>()
  /** Branches that a person or a search opened or closed. */
  readonly #expansion = new Map<RecordId, boolean>()
  readonly #listeners = new Set<() => void>()
  readonly #flows = new OpenFlows()
  #standIns: StandIns
  readonly #tags = new TagNodes()
  /** All of the tree, open or not; made when it is first looked at from afar. */
  #tree: GraphIndex | null = null
  #grouping: Grouping = 'path'
  #kept: KeptRecords = new Map()
  /** Record → the kept ones that it leads to. */
  #ledTo: KeptRecords = new Map()
  /** What is open to begin with is to be decided again. */
  #isReset = true
  #view: GraphView = { index: new SpatialIndex(emptyGraph), grouping: 'path', anchor: null, opened: null }
  /** What the worker has yet to hear of. */
  #put = new Map<RecordId, SkeletonNode>()
  #remove = new Set<RecordId>()
  #all: boolean | null = null
  /** What `toggleAll` said last, if nothing was decided anew since. */
  #allOpen: boolean | null = null
  #toggled = new Map<RecordId, boolean>()
  #moved: Map<RecordId, Position | null>
  #anchor: RecordId | null = null
  #openFlows: ReadonlySet<RecordId> = new Set()
  #isStale = true
  #isBusy = false
  #isPaused = false
  /** How often in a row the worker failed. */
  #failures = 0
  #failure: Error | null = null
  #isClosed = false

  constructor(
    source: GraphSource,
    thread?: Thread<LayoutWorker>,
    start: () => Thread<LayoutWorker> = startLayoutWorker,
    left: LeftGraph | null = null,
  ) {
    this.#source = source
    this.#start = start
    this.#thread = thread ?? start()
    this.#standIns = standInsOf(source.definition)
    if (left) this.#grouping = left.grouping
    for (const record of source.definition.values()) this.#set(record.id, this.#skeletonOf(record))
    if (left) this.#openAs(left)
    this.#moved = new Map(source.positions)
    this.#request()
  }

  readonly view = (): GraphView => this.#view

  /** Why nothing is laid out any more; null while something is. */
  readonly failure = (): Error | null => this.#failure

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Records changed: null means removed. Asks for a layout only if the layout can see the difference. */
  records(changed: Iterable<readonly [RecordId, ApiRecord | null]>): void {
    for (const [id, record] of this.#withMovedOperations(changed))
      this.#set(id, record && this.#skeletonOf(record))
    this.#refreshFlows()
    this.#request()
  }

  /** Draws shared records in any case: beside the tree where their kinds have no place, and however few lead to them. */
  keep(kept: KeptRecords): void {
    const before = [this.#kept, this.#ledTo]
    this.#kept = kept
    this.#ledTo = reversed(kept)
    for (const id of new Set([...before, kept, this.#ledTo].flatMap((each) => [...each.keys()]))) {
      const record = this.#source.definition.get(id)
      this.#set(id, record ? this.#skeletonOf(record) : null)
    }
    this.#refreshFlows()
    this.#request()
  }

  /** All of the tree, open or not: what is drawn from afar. */
  readonly tree = (): MapTree => {
    if (!this.#tree) {
      this.#tree = new GraphIndex()
      this.#tree.patch([...this.#skeletons.values(), ...this.#tags.nodes()], [])
    }
    return this.#tree
  }

  /** From what hangs on the root down to a node. */
  readonly path = (id: RecordId): readonly RecordId[] => {
    const path: RecordId[] = []
    for (let at: RecordId | null = id; at !== null && path.length < 256; at = this.#above(at))
      path.unshift(at)
    return path
  }

  /** Opens a group and everything above it, and says which node shows it until that is drawn. */
  readonly enter = (id: RecordId): RecordId | null => {
    this.reveal([id])
    const isGroup = this.#skeletons.get(id)?.role === 'branch' || tagOfGroup(id) !== null
    if (isGroup && !this.#view.index.node(id)?.expanded) this.toggle(id, true)
    return this.nodeFor(id)
  }

  /** How operations are grouped. */
  readonly grouping = (): Grouping => this.#grouping

  /** Groups operations anew: another picture of the same. */
  group(grouping: Grouping): void {
    if (grouping === this.#grouping) return
    this.#grouping = grouping
    this.#isReset = true
    this.#allOpen = null
    this.#expansion.clear()
    this.#toggled.clear()
    this.#anchor = null
    for (const record of this.#source.definition.values()) this.#set(record.id, this.#skeletonOf(record))
    this.#refreshFlows()
    this.#request()
  }

  /** Methods that show their flow. The same set until one is opened or closed. */
  readonly openFlows = (): ReadonlySet<RecordId> => this.#openFlows

  /** Nodes were moved by a person; null: they go back to where the layout puts them. */
  positions(moved: Iterable<readonly [RecordId, Position | null]>): void {
    for (const [id, at] of moved) this.#moved.set(id, at)
    this.#isStale = true
    this.#request()
  }

  /** Opens or closes a branch, or the flow of a method; it stays where it is on the screen. */
  toggle(id: RecordId, isOpen: boolean): void {
    this.#setOpen(id, isOpen)
    this.#anchor = id
    this.#isStale = true
    this.#request()
  }

  /** Opens every branch, or closes all but the root. */
  toggleAll(isOpen: boolean): void {
    this.#all = isOpen
    this.#allOpen = isOpen
    this.#toggled.clear()
    this.#expansion.clear()
    this.#anchor = this.#root()
    this.#isStale = true
    this.#request()
  }

  /** Opens everything above these records, so that they are drawn. */
  reveal(ids: Iterable<RecordId>): void {
    for (const start of ids) {
      for (let id = this.#above(start); id !== null; id = this.#above(id)) {
        const isOpen =
          this.#flows.ids.has(id) || (this.#view.index.node(id)?.expanded ?? this.#expansion.get(id))
        // What is drawn in any case needs no flow to be seen in.
        if (isOpen || (this.#kept.has(start) && this.#skeletons.get(id)?.role === 'leaf')) continue
        this.#setOpen(id, true)
        this.#isStale = true
      }
    }
    this.#request()
  }

  /** Whether a record is a node of the tree, which is drawn once everything above it is open. */
  isInTree(id: RecordId): boolean {
    const skeleton = this.#skeletons.get(id)
    if (!skeleton || skeleton.role === 'target') return false
    return skeleton.role !== 'branch' || skeleton.parent !== null
  }

  /** The drawn node that shows a record: itself, the root for what stands for it, or what hides it. */
  nodeFor(id: RecordId): RecordId | null {
    let current: RecordId | null = id
    for (let depth = 0; current !== null && depth < 256; depth++) {
      if (this.#view.index.node(current)) return current
      const skeleton = this.#skeletons.get(current)
      if (skeleton?.role === 'branch' && skeleton.parent === null) return this.#root()
      current = this.#above(current)
    }
    return null
  }

  /** Runs something once all that was changed so far is laid out. */
  afterLayout(run: () => void): void {
    const isDone = () => this.#failure !== null || (!this.#isBusy && !this.#isStale)
    if (isDone()) {
      run()
      return
    }
    const stop = this.subscribe(() => {
      if (!isDone()) return
      stop()
      run()
    })
  }

  /** What is open now. */
  left(): LeftGraph {
    const branches = new Map(this.#expansion)
    if (!this.#isBusy && !this.#isStale)
      for (const { id, role, expanded } of this.#view.index.graph.nodes)
        if (role === 'branch') branches.set(id, expanded)
    return {
      grouping: this.#grouping,
      all: this.#allOpen,
      branches: [...branches],
      flows: [...this.#openFlows],
    }
  }

  /** Stops the worker; what changes from now on is laid out once it is resumed. */
  pause(): void {
    if (this.#isPaused || this.#isClosed) return
    // Another worker would open what is open to begin with, and not what became so since.
    for (const [id, isOpen] of this.left().branches) this.#expansion.set(id, isOpen)
    this.#isPaused = true
    this.#isBusy = false
    this.#thread.terminate()
  }

  /** Starts another worker, which is told everything. */
  resume(): void {
    if (!this.#isPaused || this.#isClosed) return
    this.#isPaused = false
    if (!this.#failure) this.#begin()
  }

  [Symbol.dispose](): void {
    this.#isClosed = true
    this.#thread.terminate()
  }

  /** What changed, and everything once another path came to stand for operations: what hangs where may be another. */
  #withMovedOperations(changed: Iterable<readonly [RecordId, ApiRecord | null]>) {
    const { definition } = this.#source
    const entries = [...changed]
    const before = this.#standIns
    if (entries.every(([id, record]) => record?.kind !== 'resource' && !before.has(id))) return entries
    this.#standIns = standInsOf(definition)
    const now = [...this.#standIns]
    if (now.length === before.size && now.every(([id, drawn]) => before.get(id) === drawn)) return entries
    return [...entries.filter(([, record]) => record === null), ...definition]
  }

  /** An open flow is seen by the layout as one tall leaf: tells it where that differs from what it was told. */
  #refreshFlows(): void {
    const before = [...this.#openFlows].join()
    const { put, remove } = this.#flows.refresh(this.#source.definition)
    for (const node of put) {
      this.#put.set(node.id, this.#hung(node))
      this.#remove.delete(node.id)
    }
    for (const id of remove) {
      const kept = this.#skeletons.get(id)
      if (kept) this.#put.set(id, kept)
      else {
        this.#put.delete(id)
        this.#remove.add(id)
      }
    }
    // What was put as a plain leaf just now is drawn with its flow nevertheless.
    for (const id of this.#put.keys()) {
      const open = this.#flows.skeleton(id)
      if (open) this.#put.set(id, this.#hung(open))
    }
    if (put.length > 0 || remove.length > 0) this.#isStale = true
    if (before !== [...this.#flows.ids].join()) this.#openFlows = new Set(this.#flows.ids)
  }

  /** A flow's method hangs where the method does, and leads where it does; what is kept stays so. */
  #hung(node: SkeletonNode): SkeletonNode {
    const known = this.#skeletons.get(node.id)
    if (!known) return node
    if (node.role !== 'leaf') return known.isKept ? { ...node, isKept: true } : node
    const links = [...new Set([...node.links, ...known.links])]
    return { ...node, parent: known.parent, order: known.order, links }
  }

  /** How the layout sees a record; null if it is not drawn. */
  #skeletonOf(record: ApiRecord): SkeletonNode | null {
    const drawn = groupedSkeleton(record, this.#grouping, this.#source.definition)
    const users = this.#kept.get(record.id)
    const ledTo = this.#ledTo.get(record.id)
    const node = drawn ?? (users ? besideSkeleton(record, users.length > 0) : null)
    if (!node || (!users && !ledTo)) return node
    return { ...node, links: [...node.links, ...(ledTo ?? [])], ...(users ? { isKept: true } : {}) }
  }

  #set(id: RecordId, next: SkeletonNode | null): void {
    const before = this.#skeletons.get(id)
    if (next && before && sameSkeleton(before, next)) return
    if (!next && !before) return
    if (next) this.#skeletons.set(id, next)
    else this.#skeletons.delete(id)
    const { put, remove } = this.#tags.move(before?.parent ?? null, next?.parent ?? null)
    this.#tree?.patch(next ? [next, ...put] : put, next ? remove : [id, ...remove])
    for (const node of next ? [next, ...put] : put) {
      this.#put.set(node.id, node)
      this.#remove.delete(node.id)
    }
    for (const gone of next ? remove : [id, ...remove]) {
      this.#put.delete(gone)
      this.#remove.add(gone)
    }
    this.#isStale = true
  }

  /** Begins with what was open another time. */
  #openAs({ grouping, all, branches, flows }: LeftGraph): void {
    this.#view = { ...this.#view, grouping }
    this.#all = all
    this.#allOpen = all
    for (const [id, isOpen] of branches) {
      this.#expansion.set(id, isOpen)
      this.#toggled.set(id, isOpen)
    }
    for (const id of flows) this.#flows.toggle(id, true)
    this.#refreshFlows()
  }

  #setOpen(id: RecordId, isOpen: boolean): void {
    if (this.#skeletons.get(id)?.role === 'leaf') {
      this.#flows.toggle(id, isOpen)
      this.#refreshFlows()
      return
    }
    this.#expansion.set(id, isOpen)
    this.#toggled.set(id, isOpen)
  }

  #above(id: RecordId): RecordId | null {
    if (partOf(id) !== null) return recordOfPart(id)
    const record = this.#source.definition.get(id)
    if (this.#grouping === 'tag' && record?.kind === 'method') return groupOfTag(tagOf(record))
    if (!record) return null
    const skeleton = this.#skeletons.get(id)
    return ownerOf(record) ?? (skeleton?.role === 'leaf' ? this.#root() : null)
  }

  #root(): RecordId | null {
    return this.#view.index.graph.nodes.find((node) => node.role === 'root')?.id ?? null
  }

  #request(): void {
    if (this.#isBusy || this.#isPaused || this.#isClosed || this.#failure || !this.#isStale) return
    const update: LayoutUpdate = {
      put: [...this.#put.values()],
      remove: [...this.#remove],
      isReset: this.#isReset,
      all: this.#all,
      expansion: this.#toggled,
      positions: this.#moved,
      hasPositions: this.#grouping === 'path',
    }
    const [anchor, grouping] = [this.#anchor, this.#grouping]
    const { shapes } = this.#flows
    this.#put = new Map()
    this.#remove = new Set()
    this.#isReset = false
    this.#all = null
    this.#toggled = new Map()
    this.#moved = new Map()
    this.#anchor = null
    this.#isStale = false
    this.#isBusy = true
    const thread = this.#thread
    // One that was stopped may have answered just before.
    const isStopped = () => this.#isPaused || thread !== this.#thread
    thread.api.update(update).then(
      (message) => isStopped() || this.#show(message, shapes, anchor, grouping),
      (error: Error) => isStopped() || this.#restart(error),
    )
  }

  #show(
    message: GraphMessage,
    shapes: readonly FlowShape[],
    anchor: RecordId | null,
    grouping: Grouping,
  ): void {
    this.#isBusy = false
    if (this.#isClosed) return
    this.#failures = 0
    const index = new SpatialIndex(withFlows(this.#decoder.decode(message), shapes))
    this.#view = { index, grouping, anchor, opened: openedFlow(this.#view.index, index, anchor) }
    for (const listener of this.#listeners) listener()
    this.#request()
  }

  /** Another worker is told everything, once: where that one fails too, nobody is left waiting for it. */
  #restart(error: Error): void {
    this.#isBusy = false
    if (this.#isClosed) return
    this.#thread.terminate()
    if (++this.#failures > 1) {
      this.#failure = error
      for (const listener of this.#listeners) listener()
      return
    }
    this.#begin()
  }

  #begin(): void {
    this.#thread = this.#start()
    this.#decoder = new GraphDecoder()
    const nodes = [...this.#skeletons.values(), ...this.#tags.nodes()]
    const open = [...this.#flows.nodes()].map((node) => this.#hung(node))
    this.#put = new Map([...nodes, ...open].map((node) => [node.id, node]))
    this.#remove = new Set()
    this.#isReset = true
    this.#all = this.#allOpen
    this.#toggled = new Map(this.#expansion)
    this.#moved = new Map(this.#source.positions)
    this.#isStale = true
    this.#request()
  }
}

function reversed(kept: KeptRecords): KeptRecords {
  const ledTo = new Map<RecordId, RecordId[]>()
  for (const [id, users] of kept)
    for (const user of users) {
      const known = ledTo.get(user)
      if (known) known.push(id)
      else ledTo.set(user, [id])
    }
  return ledTo
}

function openedFlow(
  before: SpatialIndex,
  { graph }: SpatialIndex,
  anchor: RecordId | null,
): GraphView['opened'] {
  const whole = graph.flows?.find(({ method }) => method === anchor)
  if (!whole || before.graph.flows?.some(({ method }) => method === anchor)) return null
  const own = graph.nodes.filter(({ id }) => recordOfPart(id) === anchor)
  return { own: boundsOf(own), whole }
}

export function startLayoutWorker(): Thread<LayoutWorker> {
  return startThread<LayoutWorker>(
    new Worker(new URL('../layout/layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' }),
  )
}
