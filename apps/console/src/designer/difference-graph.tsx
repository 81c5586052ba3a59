import { type ApiRecord, type Definition, definitionOf, type RecordId } from '@penstock/model'
import type { PlanView } from '@penstock/server'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FlowCanvasHandle, Tone } from '../canvas/index.ts'
import type { DrawnEdge } from '../layout/index.ts'
import { type ChangeMap, changesOfPlan, holdersOf, holdersOfChanges, pictured } from './changes.ts'
import { DesignerSkeleton } from './designer-skeleton.tsx'
import type { GraphModel } from './graph-model.ts'
import type { Notes } from './notes-of-nodes.ts'
import { RecordGraph } from './record-graph.tsx'
import { sourceOfDefinition } from './record-source.ts'
import { reachOfChanges, withLooked } from './touched.ts'
import { useStillGraph } from './use-still-graph.ts'
import { withGhosts } from './with-ghosts.ts'

/** Changes on a picture, and what names them: a plan, or a comparison. */
export type Difference = Pick<PlanView, 'planHash' | 'changes'>

export interface DifferenceGraphProps {
  difference: Difference
  /** As they are after. */
  records: readonly ApiRecord[]
  /** Those that are gone, as they were. */
  removed: readonly ApiRecord[]
  /** What people said of records, marked on their nodes. */
  notes?: Notes | undefined
  onNotes?: ((notes: readonly string[]) => void) | undefined
  /** Id of the change that is looked at. */
  selected: string | null
  /** The node that is selected, where it is not just that change. */
  node: RecordId | null
  /** A node was clicked: the id of its change, the one that is looked at where it has none; and the node itself. */
  onSelect: (change: string | null, node: RecordId | null) => void
}

/**
 * The difference on the picture itself: added and changed nodes marked, removed ones as dashed ghosts where they
 * stood, everything else faded; framed on the change that is looked at. Of a plan, a deploy request, or two deployments:
 * of contents that stand still.
 */
export function DifferenceGraph({ difference, records, removed, ...rest }: DifferenceGraphProps) {
  const content = useMemo(() => definitionOf(records), [records])
  const definition = useMemo(
    () => withGhosts(content, ghostsOf(difference.changes, removed)),
    [content, difference.changes, removed],
  )
  return <Graph {...rest} difference={difference} definition={definition} />
}

/** More than these are no picture of one change. */
const mostFramed = 12

interface GraphProps extends Omit<DifferenceGraphProps, 'records' | 'removed'> {
  definition: Definition
}

function Graph(props: GraphProps) {
  const { difference, definition } = props
  const canvas = useRef<FlowCanvasHandle>(null)
  const graph = useStillGraph(definition)
  const changes = useMemo(() => changesOfPlan(difference), [difference])
  if (!graph) return <DesignerSkeleton />
  return <Picture {...props} key={difference.planHash} graph={graph} canvas={canvas} changes={changes} />
}

interface PictureProps extends GraphProps {
  graph: GraphModel
  canvas: React.RefObject<FlowCanvasHandle | null>
  changes: ChangeMap
}

function Picture(props: PictureProps) {
  const { graph, canvas, difference, changes, definition, selected, node, onSelect, notes, onNotes } = props
  const { index, anchor } = useSyncExternalStore(graph.subscribe, graph.view)
  // Nothing selected: look at the first, which is the worst.
  const change = difference.changes.find((each) => each.id === selected) ?? difference.changes[0]
  const looked = useMemo(
    () => (change ? [change.record, ...change.also.map(({ record }) => record)] : []),
    [change],
  )

  const reached = useMemo(
    () => reachOfChanges(difference.changes, definition),
    [difference.changes, definition],
  )
  const reach = useMemo(() => withLooked(reached, looked, definition), [reached, looked, definition])
  useEffect(() => graph.keep(reach.kept), [graph, reach])

  // On opening all that changed; where that is too much to be read, the worst of it and what fits beside it. What was
  // closed again leaves the picture where it is.
  const [wasChosen, setChosen] = useState(selected !== null || node !== null)
  if (!wasChosen && (selected !== null || node !== null)) setChosen(true)
  const framed = useMemo(() => {
    if (selected === null && wasChosen) return []
    const what = selected === null ? [...changes.keys()].slice(0, pictured) : looked.slice(0, mostFramed)
    // With what leads there and what it touches, as far as that can be read beside it.
    const [first = ''] = what
    const above = holdersOf(definition.get(first), 'path', (id) => definition.get(id))
    const touched = (change?.affects ?? []).slice(0, mostFramed)
    return [...new Set([first, ...above, ...touched, ...what])]
  }, [selected, wasChosen, changes, looked, change, definition])

  // What changed is opened, as long as it is a picture and not the whole API.
  useEffect(() => graph.reveal([...changes.keys()].slice(0, pictured)), [graph, changes])
  useEffect(() => graph.reveal(looked.slice(0, 1)), [graph, looked])
  useEffect(() => {
    if (node !== null) graph.reveal([node])
  }, [graph, node])
  useEffect(() => {
    // A branch that a person opens stays where it is, and a node that they select; what was opened to show the change
    // is followed.
    if (anchor !== null || node !== null) return
    const shown = framed.flatMap((id) => graph.nodeFor(id) ?? [])
    if (shown.length > 0 && index.graph.nodes.length > 0) canvas.current?.frame(shown)
  }, [graph, canvas, framed, index, anchor, node])

  const source = useMemo(() => sourceOfDefinition(definition), [definition])
  const nodeTone = useCallback((id: string): Tone => changes.get(id)?.action ?? 'faint', [changes])
  const edgeTone = useCallback(
    (edge: DrawnEdge): Tone => {
      const ends = [changes.get(edge.source)?.action, changes.get(edge.target)?.action]
      if (ends.includes('removed')) return 'removed'
      if (ends.includes('added')) return 'added'
      return reach.kept.has(edge.target) && ends[1] ? ends[1] : 'faint'
    },
    [changes, reach],
  )
  return (
    <RecordGraph
      ref={canvas}
      graph={graph}
      source={source}
      structure={definition}
      changes={changes}
      reach={reach}
      isFading
      label="The difference as a flow graph. The list of changes holds the same in words."
      nodeTone={nodeTone}
      edgeTone={edgeTone}
      selected={node !== null ? [node] : selected === null ? [] : looked}
      frameFirst={(node === null ? framed : [node]).flatMap((id) => graph.nodeFor(id) ?? [])}
      onSelect={([id]) => {
        if (id === undefined) return onSelect(null, null)
        const own = changeAt(difference, id)
        // A node that did not change closes nothing: it is selected beside what is looked at.
        if (own === undefined) return definition.has(id) ? onSelect(selected, id) : undefined
        onSelect(own.id, own.record === id ? null : id)
      }}
      {...(notes && { notes })}
      {...(onNotes && { onNotes })}
    />
  )
}

/** Of what is gone, what these changes speak of, and what held that. */
function ghostsOf(changes: Difference['changes'], removed: readonly ApiRecord[]): readonly ApiRecord[] {
  const gone = new Map(removed.map((record) => [record.id, record]))
  const said = changesOfPlan({ changes })
  const holders = holdersOfChanges(gone, said)
  return removed.filter(({ id }) => said.has(id) || holders.has(id))
}

function changeAt({ changes }: Difference, id: RecordId): Difference['changes'][number] | undefined {
  const own = changes.find((change) => change.record === id)
  return own ?? changes.find((change) => change.also.some(({ record }) => record === id))
}
