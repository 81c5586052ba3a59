import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { ChangeView } from '@penstock/server'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FlowCanvasHandle, Tone } from '../canvas/index.ts'
import type { DrawnEdge } from '../layout/index.ts'
import { type ChangeMap, changesOfPlan, pictured } from './changes.ts'
import { DesignerSkeleton } from './designer-skeleton.tsx'
import { RecordGraph } from './record-graph.tsx'
import { sourceOfDefinition } from './record-source.ts'
import { reachOfChanges } from './touched.ts'
import { withGhosts } from './with-ghosts.ts'
import { useStillGraph } from './use-still-graph.ts'

export interface StillGraphProps {
  /** What is shown; another is shown in its place, without looking elsewhere. */
  definition: Definition
  /** What is no longer in it, drawn as ghosts where it stood. */
  removed: readonly ApiRecord[]
  /** Marked on the nodes. */
  changes: readonly ChangeView[]
  /** Read by screen readers. */
  label: string
  selected: RecordId | null
  onSelect: (record: ApiRecord | null) => void
}

/** The graph as it was at some moment, to be looked at. */
export function StillGraph(props: StillGraphProps) {
  const { definition: content, removed, changes: list, label, selected, onSelect } = props
  const definition = useMemo(() => withGhosts(content, removed), [content, removed])
  const canvas = useRef<FlowCanvasHandle>(null)
  const graph = useStillGraph(definition)
  const source = useMemo(() => sourceOfDefinition(definition), [definition])
  const changes = useMemo(
    () => new Map([...changesOfPlan({ changes: list })].filter(([id]) => definition.has(id))),
    [list, definition],
  )
  const reach = useMemo(() => reachOfChanges(list, definition), [list, definition])
  const nodeTone = useCallback((id: string): Tone => changes.get(id)?.action ?? 'plain', [changes])
  const edgeTone = useCallback(
    ({ source: from, target }: DrawnEdge): Tone =>
      changes.get(from)?.action === 'removed' || changes.get(target)?.action === 'removed'
        ? 'removed'
        : 'plain',
    [changes],
  )
  useEffect(() => graph?.keep(reach.kept), [graph, reach])
  // Framed once they are opened: before, the place of what holds them would be framed instead.
  const [revealed, setRevealed] = useState<ChangeMap>()
  useEffect(() => {
    graph?.reveal([...changes.keys()].slice(0, pictured))
    graph?.afterLayout(() => setRevealed(changes))
  }, [graph, changes])
  if (!graph) return <DesignerSkeleton />
  return (
    <RecordGraph
      ref={canvas}
      graph={graph}
      source={source}
      structure={definition}
      changes={changes}
      reach={reach}
      label={label}
      nodeTone={nodeTone}
      edgeTone={edgeTone}
      selected={selected === null ? [] : [selected]}
      frameFirst={revealed === changes ? [...changes.keys()].slice(0, pictured) : []}
      onSelect={([id]) => onSelect(id === undefined ? null : (definition.get(id) ?? null))}
    />
  )
}
