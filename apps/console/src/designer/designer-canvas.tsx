import type { ApiRecord, Diagnostic, RecordId } from '@penstock/model'
import { toast } from '@penstock/ui'
import { type KeyboardEvent, useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { FlowCanvas, type Tone } from '../canvas/index.ts'
import { designerCommands, runOwnKeys } from '../commands/index.ts'
import type { DrawnEdge } from '../layout/index.ts'
import { type ChangeMap, holdersOfChanges } from './changes.ts'
import { useDesigner, useSelectedIds, useStructure } from './designer-context.ts'
import { connect, connectionProblem } from './edits/connect.ts'
import { nodeOf } from './nodes/definitions.ts'
import { runItem } from './palette-items.ts'
import { CardContextProvider, RecordCard } from './record-card.tsx'

/** The canvas of the designer: what the editor holds, as nodes; what the pointer and keys wish, as edits. */
export function DesignerCanvas(props: {
  changes: ChangeMap
  removed: readonly ApiRecord[]
  problems: readonly Diagnostic[]
}) {
  const { changes, removed, problems } = props
  const designer = useDesigner()
  const { session, view, canvas } = designer
  const { editor, graph } = session
  const { index, anchor } = useSyncExternalStore(graph.subscribe, graph.view)
  const definition = useStructure()
  const selected = useSelectedIds()
  const drag = useRef<number | null>(null)
  const holders = useMemo(
    () => holdersOfChanges(definition, changes, removed),
    [definition, changes, removed],
  )
  const severities = useMemo(() => severityByRecord(problems), [problems])
  const changeOf = useCallback(
    (id: RecordId) => changes.get(id) ?? (holders.has(id) && !index.node(id)?.expanded ? 'changed' : null),
    [changes, holders, index],
  )
  const cards = useMemo(
    () => ({
      source: session.source,
      changeOf,
      problemOf: (id: RecordId) => severities.get(id) ?? null,
      isFaint: () => false,
      onToggle: (id: RecordId, isOpen: boolean) => graph.toggle(id, isOpen),
    }),
    [session, graph, changeOf, severities],
  )
  const chosen = useMemo(() => new Set(selected), [selected])
  const nodeTone = useCallback(
    (id: string): Tone => (chosen.has(id) ? 'selected' : (changes.get(id) ?? 'plain')),
    [chosen, changes],
  )
  const edgeTone = useCallback(
    (edge: DrawnEdge): Tone => {
      if (chosen.has(edge.source) || chosen.has(edge.target)) return 'selected'
      return edge.stands > 0 ? 'faint' : 'plain'
    },
    [chosen],
  )
  const block = useCallback(
    (id: string) => {
      const record = editor.get(id)
      const title = record ? nodeOf(record.kind).title(record, editor.definition) : ''
      return { title, change: changeOf(id), isFaint: false }
    },
    [editor, changeOf],
  )
  const firstChanged = useMemo(() => [...changes.keys()], [changes])
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab adds to the selected node; with nothing selected it leaves the canvas, as everywhere else.
    if (event.key === 'Tab' && (event.shiftKey || selected.length === 0)) return
    if (event.target !== event.currentTarget || !runOwnKeys(designerCommands, designer, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <CardContextProvider value={cards}>
      <FlowCanvas
        ref={canvas}
        index={index}
        anchor={anchor}
        label="The API as a flow graph. Arrow keys walk it, Enter edits, Tab adds, Delete deletes, Escape selects nothing. The outline holds the same as a tree."
        card={RecordCard}
        block={block}
        nodeTone={nodeTone}
        edgeTone={edgeTone}
        selected={selected}
        frameFirst={selected.length > 0 ? selected : firstChanged.length < 50 ? firstChanged : []}
        onSelect={(ids) => editor.selection.set(ids)}
        onOpen={() => view.setState({ isInspectorOpen: true, wantsInspector: true })}
        onDragStart={() => {
          drag.current = editor.beginGesture('Move')
        }}
        onDrag={(positions) =>
          editor.run('Move', (transaction) => {
            for (const [id, at] of Object.entries(positions))
              transaction.place(id, { x: Math.round(at.x), y: Math.round(at.y) })
          })
        }
        onDragEnd={() => {
          if (drag.current !== null) editor.endGesture(drag.current)
          drag.current = null
        }}
        connectionProblem={(source, target) => connectionProblem(editor.definition, source, target)}
        onConnect={(source, target) =>
          editor.run('Connect', (transaction) => connect(transaction, source, target))
        }
        onRefused={(reason) => toast({ title: 'These can’t be connected', description: reason })}
        onDropItem={(item, target) => runItem(designer, item, target)}
        onKeyDown={onKeyDown}
      />
    </CardContextProvider>
  )
}

function severityByRecord(problems: readonly Diagnostic[]): Map<RecordId, 'error' | 'warning'> {
  const severities = new Map<RecordId, 'error' | 'warning'>()
  for (const { severity, location } of problems) {
    if (severity === 'info' || location.record === undefined) continue
    if (severities.get(location.record) !== 'error') severities.set(location.record, severity)
  }
  return severities
}
