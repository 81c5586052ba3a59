import {
  type ApiRecord,
  applyDiff,
  type Definition,
  definitionOf,
  emptyDiff,
  type RecordId,
} from '@penstock/model'
import type { PlanView } from '@penstock/server'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { loadDraft } from '../app/load-draft.ts'
import { ProblemView } from '../app/problem-view.tsx'
import { trpc } from '../app/trpc.ts'
import type { FlowCanvasHandle, Tone } from '../canvas/index.ts'
import type { DrawnEdge } from '../layout/index.ts'
import { type ChangeMap, changesOfPlan, pictured } from './changes.ts'
import { DesignerSkeleton } from './designer-skeleton.tsx'
import type { GraphModel } from './graph-model.ts'
import { RecordGraph } from './record-graph.tsx'
import { sourceOfDefinition } from './record-source.ts'
import { useStillGraph } from './use-still-graph.ts'

export interface ReviewGraphProps {
  slug: string
  stage: string
  plan: PlanView
  /** Id of the change that is looked at. */
  selected: string | null
  /** A changed node was clicked: the id of its change. */
  onSelect: (change: string | null) => void
}

/**
 * The difference on the picture itself: added and changed nodes marked, removed ones as dashed ghosts where they
 * stood, everything else faded; framed on the change that is looked at.
 */
export function ReviewGraph(props: ReviewGraphProps) {
  const { slug, stage, plan } = props
  // Keyed by the plan: the draft that it speaks of, not one that came later.
  const draft = useQuery({
    queryKey: ['draft', slug],
    queryFn: () => loadDraft(slug),
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  })
  const removed = useQuery({ ...trpc.plan.removed.queryOptions({ slug, stage }), staleTime: 0, gcTime: 0 })
  const { refetch: refetchDraft } = draft
  const { refetch: refetchRemoved } = removed
  const shownPlan = useRef(plan.planHash)
  useEffect(() => {
    if (shownPlan.current === plan.planHash) return
    shownPlan.current = plan.planHash
    void refetchDraft()
    void refetchRemoved()
  }, [plan.planHash, refetchDraft, refetchRemoved])
  const definition = useMemo(
    () =>
      draft.data && removed.data
        ? withGhosts(
            draft.data.records.map(({ record }) => record),
            removed.data,
          )
        : null,
    [draft.data, removed.data],
  )
  const error = draft.error ?? removed.error
  if (error)
    return <ProblemView error={error} title="The graph could not be drawn" layout="inline" className="m-4" />
  return definition ? <Graph {...props} definition={definition} /> : <DesignerSkeleton />
}

/** Changes on a picture, and what names them: a plan, or a comparison. */
export type Difference = Pick<PlanView, 'planHash' | 'changes'>

export interface DifferenceGraphProps extends Pick<ReviewGraphProps, 'selected' | 'onSelect'> {
  difference: Difference
  /** As they are after. */
  records: readonly ApiRecord[]
  /** Those that are gone, as they were. */
  removed: readonly ApiRecord[]
}

/** The same picture for contents that stand still: of two deployments, or of a deploy request. */
export function DifferenceGraph({ difference, records, removed, ...rest }: DifferenceGraphProps) {
  const definition = useMemo(() => withGhosts(records, removed), [records, removed])
  return <Graph {...rest} plan={difference} definition={definition} />
}

interface GraphProps extends Pick<ReviewGraphProps, 'selected' | 'onSelect'> {
  plan: Difference
  definition: Definition
}

function Graph({ plan, selected, onSelect, definition }: GraphProps) {
  const canvas = useRef<FlowCanvasHandle>(null)
  const graph = useStillGraph(definition)
  const changes = useMemo(() => changesOfPlan(plan), [plan])
  if (!graph) return <DesignerSkeleton />
  return (
    <Picture
      key={plan.planHash}
      graph={graph}
      canvas={canvas}
      plan={plan}
      changes={changes}
      definition={definition}
      selected={selected}
      onSelect={onSelect}
    />
  )
}

function Picture(props: {
  graph: GraphModel
  canvas: React.RefObject<FlowCanvasHandle | null>
  plan: Difference
  changes: ChangeMap
  definition: Definition
  selected: string | null
  onSelect: (change: string | null) => void
}) {
  const { graph, canvas, plan, changes, definition, selected, onSelect } = props
  const { index, anchor } = useSyncExternalStore(graph.subscribe, graph.view)
  // Nothing selected: look at the first, which is the worst.
  const change = plan.changes.find((each) => each.id === selected) ?? plan.changes[0]
  const looked = useMemo(
    () => (change ? [change.record, ...change.also.map(({ record }) => record)] : []),
    [change],
  )

  // On opening all that changed; where that is too much to be read, the first of it and what fits beside it.
  const framed = useMemo(
    () => (selected === null ? [...changes.keys()].slice(0, pictured) : looked.slice(0, 12)),
    [selected, changes, looked],
  )

  // What changed is opened, as long as it is a picture and not the whole API.
  useEffect(() => graph.reveal([...changes.keys()].slice(0, pictured)), [graph, changes])
  useEffect(() => graph.reveal(looked.slice(0, 1)), [graph, looked])
  useEffect(() => {
    // A branch that a person opens stays where it is; what was opened to show the change is followed.
    if (anchor !== null) return
    const shown = framed.flatMap((id) => graph.nodeFor(id) ?? [])
    if (shown.length > 0 && index.graph.nodes.length > 0) canvas.current?.frame(shown)
  }, [graph, canvas, framed, index, anchor])

  const source = useMemo(() => sourceOfDefinition(definition), [definition])
  const nodeTone = useCallback((id: string): Tone => changes.get(id) ?? 'faint', [changes])
  const edgeTone = useCallback(
    (edge: DrawnEdge): Tone => {
      const ends = [changes.get(edge.source), changes.get(edge.target)]
      if (ends.includes('removed')) return 'removed'
      return ends.includes('added') ? 'added' : 'faint'
    },
    [changes],
  )
  return (
    <RecordGraph
      ref={canvas}
      graph={graph}
      source={source}
      structure={definition}
      changes={changes}
      isFading
      label="The difference as a flow graph. The list of changes holds the same in words."
      nodeTone={nodeTone}
      edgeTone={edgeTone}
      selected={selected === null ? [] : looked}
      frameFirst={framed.flatMap((id) => graph.nodeFor(id) ?? [])}
      onSelect={([id]) => onSelect(changeAt(plan, id))}
    />
  )
}

/** The draft with what was removed put back where it stood. */
function withGhosts(records: Iterable<ApiRecord>, removed: readonly ApiRecord[]): Definition {
  const added = Object.fromEntries(removed.map((record) => [record.id, record]))
  return applyDiff(definitionOf(records), { ...emptyDiff, added })
}

function changeAt(plan: Difference, id: RecordId | undefined): string | null {
  const own = plan.changes.find((change) => change.record === id)
  return (own ?? plan.changes.find((change) => change.also.some(({ record }) => record === id)))?.id ?? null
}
