import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { MissingPart } from '../app/missing-part-view.tsx'
import { FlowCanvas, type FlowCanvasProps, type GroupLabel } from '../canvas/index.ts'
import { recordOfPart } from '../editor/index.ts'
import { type ChangeMap, goneInHolders, holdersOfChanges, withHeld } from './changes.ts'
import type { GraphModel } from './graph-model.ts'
import { nodeOf } from './nodes/definitions.ts'
import { SignsButton } from './signs-button.tsx'
import { TracedCard } from './inspection/traced-card.tsx'
import { useTracedEdges } from './inspection/use-traced-edges.ts'
import { type DefinitionMarks, markOf, noMarks } from './problems/problem-marks.ts'
import { type Notes, notesOfNodes } from './notes-of-nodes.ts'
import { CardContextProvider, type Touched } from './record-card.tsx'
import type { RecordSource } from './record-source.ts'
import { tagOfGroup, tagTitle } from './tags.ts'
import { holdersOfTouched, nothingReached, type Reach } from './touched.ts'

export interface RecordGraphProps
  extends Omit<
    FlowCanvasProps,
    'index' | 'picture' | 'anchor' | 'opened' | 'card' | 'map' | 'group' | 'isThere'
  > {
  graph: GraphModel
  source: RecordSource
  /** What holds what: to mark closed branches that hold a change. */
  structure: Definition
  changes: ChangeMap
  /** Records that are no longer in the definition. */
  removed?: readonly ApiRecord[]
  marks?: DefinitionMarks
  /** What changes of shared records reach: marked on routes, and on closed groups of them. */
  reach?: Reach
  /** Steps back everything that did not change and holds nothing that did. */
  isFading?: boolean
  /** What people said of records, marked on the nodes that show them; a mark leads to it. */
  notes?: Notes
  onNotes?: (notes: readonly string[]) => void
}

const none: readonly ApiRecord[] = []

/** Records as a flow graph with marks of what changed. What the pointer and the keys mean is said by who shows it. */
export function RecordGraph(props: RecordGraphProps) {
  const failure = useSyncExternalStore(props.graph.subscribe, props.graph.failure)
  if (!failure) return <Drawn {...props} />
  return (
    <div className="grid h-full place-items-center">
      <MissingPart title="The graph could not be drawn" layout="inline" />
    </div>
  )
}

/** More names than these are a list, which the review has: each change names its routes. */
const mostNamed = 8

function Drawn(props: RecordGraphProps) {
  const { graph, source, structure, changes, removed = none, marks = noMarks, isFading = false } = props
  const { reach = nothingReached } = props
  const { notes, onNotes } = props
  const edgeTone = useTracedEdges(props.edgeTone)
  const { index, grouping: pictured, anchor, opened } = useSyncExternalStore(graph.subscribe, graph.view)
  const grouping = useSyncExternalStore(graph.subscribe, graph.grouping)
  const holders = useMemo(
    () => holdersOfChanges(structure, changes, removed, grouping),
    [structure, changes, removed, grouping],
  )
  const gone = useMemo(() => goneInHolders(structure, changes, grouping), [structure, changes, grouping])
  const goneIn = useCallback((id: string) => gone.get(id) ?? 0, [gone])
  const changeOf = useCallback(
    (id: RecordId) => withHeld(changes.get(id), index.node(id)?.expanded ? undefined : holders.get(id)),
    [changes, holders, index],
  )
  const holdersTouched = useMemo(
    () => holdersOfTouched(structure, reach, grouping),
    [structure, reach, grouping],
  )
  const touchedAt = useCallback(
    (id: RecordId): Touched | null => {
      const by = reach.touched.get(id)
      if (by)
        return {
          by: by.slice(0, mostNamed).map((shared) => nameOf(source, shared)),
          more: Math.max(0, by.length - mostNamed),
        }
      const count = index.node(id)?.expanded ? undefined : holdersTouched.get(id)
      return count === undefined ? null : { count }
    },
    [reach, source, index, holdersTouched],
  )
  const routesOf = useCallback((id: RecordId) => reach.routes.get(id) ?? 0, [reach])
  const problemOf = useCallback(
    (id: RecordId) => {
      const node = index.node(id)
      return markOf(marks, id, node !== undefined && node.children > 0 && !node.expanded)
    },
    [marks, index],
  )
  const isFaint = useCallback(
    (id: RecordId) => isFading && !changes.has(id) && !holders.has(id),
    [isFading, changes, holders],
  )
  const drawn = useMemo(
    () => notes && notesOfNodes(notes, (id) => (index.node(id) ? id : graph.nodeFor(id))),
    [notes, graph, index],
  )
  const cards = useMemo(
    () => ({
      source,
      changeOf,
      goneIn,
      problemOf,
      isFaint,
      onToggle: (id: RecordId, isOpen: boolean) => graph.toggle(id, isOpen),
      routesOf,
      touchedAt,
      notes: drawn,
      onNotes,
    }),
    [routesOf, touchedAt, source, changeOf, goneIn, problemOf, isFaint, graph, drawn, onNotes],
  )
  const map = useMemo(() => ({ tree: graph.tree, path: graph.path, enter: graph.enter }), [graph])
  const group = useCallback(
    (id: string): GroupLabel => {
      const record = source.get(id)
      const node = record && nodeOf(record.kind)
      return {
        title: record && node ? node.title(record, source.definition()) : tagTitle(tagOfGroup(id) ?? ''),
        method: (record && node?.method?.(record)) ?? null,
        change: withHeld(changes.get(id), holders.get(id)),
        problem: (isWhole) => {
          const mark = markOf(marks, id, isWhole)
          return mark && { isError: mark.errors > 0, count: mark.errors + mark.warnings }
        },
        isFaint: isFaint(id),
      }
    },
    [source, changes, holders, marks, isFaint],
  )
  const isThere = useCallback(
    (id: string) => tagOfGroup(id) !== null || source.get(recordOfPart(id)) !== undefined,
    [source],
  )
  return (
    <CardContextProvider value={cards}>
      <FlowCanvas
        {...props}
        index={index}
        picture={pictured}
        anchor={anchor}
        opened={opened}
        card={TracedCard}
        map={map}
        group={group}
        isThere={isThere}
        edgeTone={edgeTone}
        controls={
          <>
            {props.controls}
            <SignsButton />
          </>
        }
      />
    </CardContextProvider>
  )
}

function nameOf(source: RecordSource, id: RecordId): string {
  const record = source.get(id)
  return record ? `${nodeOf(record.kind).noun} ${nodeOf(record.kind).title(record, source.definition())}` : id
}
