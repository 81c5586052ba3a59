import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { ChangeView } from '@penstock/server'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { FlowCanvasHandle, Tone } from '../canvas/index.ts'
import { changesOfPlan, pictured } from './changes.ts'
import { DesignerSkeleton } from './designer-skeleton.tsx'
import { RecordGraph } from './record-graph.tsx'
import { sourceOfDefinition } from './record-source.ts'
import { useStillGraph } from './use-still-graph.ts'

export interface StillGraphProps {
  /** What is shown; another is shown in its place, without looking elsewhere. */
  definition: Definition
  /** Marked on the nodes. */
  changes: readonly ChangeView[]
  /** Read by screen readers. */
  label: string
  selected: RecordId | null
  onSelect: (record: ApiRecord | null) => void
}

/** The graph as it was at some moment, to be looked at. */
export function StillGraph({ definition, changes: list, label, selected, onSelect }: StillGraphProps) {
  const canvas = useRef<FlowCanvasHandle>(null)
  const graph = useStillGraph(definition)
  const source = useMemo(() => sourceOfDefinition(definition), [definition])
  const changes = useMemo(
    () => new Map([...changesOfPlan({ changes: list })].filter(([id]) => definition.has(id))),
    [list, definition],
  )
  const nodeTone = useCallback((id: string): Tone => changes.get(id)?.action ?? 'plain', [changes])
  const edgeTone = useCallback((): Tone => 'plain', [])
  useEffect(() => graph?.reveal([...changes.keys()].slice(0, pictured)), [graph, changes])
  if (!graph) return <DesignerSkeleton />
  return (
    <RecordGraph
      ref={canvas}
      graph={graph}
      source={source}
      structure={definition}
      changes={changes}
      label={label}
      nodeTone={nodeTone}
      edgeTone={edgeTone}
      selected={selected === null ? [] : [selected]}
      frameFirst={[...changes.keys()].slice(0, pictured).flatMap((id) => graph.nodeFor(id) ?? [])}
      onSelect={([id]) => onSelect(id === undefined ? null : (definition.get(id) ?? null))}
    />
  )
}
