import type { ApiRecord, RecordId } from '@penstock/model'
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { afterFrame, type DropPlace, type Look, type Tone } from '../canvas/index.ts'
import { partOf, recordOfPart } from '../editor/index.ts'
import { designerCommands, runOwnKeys } from '../commands/index.ts'
import type { DrawnEdge } from '../layout/index.ts'
import { addable } from './addable.ts'
import { Guides } from './arrange/guides.tsx'
import { useDragging } from './arrange/use-dragging.ts'
import type { ChangeMap } from './changes.ts'
import {
  type DesignerContext,
  useDesigner,
  useSelectedIds,
  useStructure,
  useView,
} from './designer-context.ts'
import { connect, connectionProblem } from './edits/connect.ts'
import { GroupingButton } from './grouping-button.tsx'
import { canConnectFrom, pickConnection } from './pick-connection.ts'
import type { DefinitionMarks } from './problems/problem-marks.ts'
import { RecordGraph } from './record-graph.tsx'
import { dropItem, dropProblem } from './steps/drop-item.ts'
import { GapButtons } from './steps/gap-buttons.tsx'
import { callerPart } from './steps/open-flows.ts'

/** The canvas of the designer: what the editor holds, as nodes; what the pointer and keys wish, as edits. */
export function DesignerCanvas(props: {
  changes: ChangeMap
  removed: readonly ApiRecord[]
  marks: DefinitionMarks
}) {
  const { changes, removed, marks } = props
  const designer = useDesigner()
  const { session, view, canvas } = designer
  const { editor, graph } = session
  const structure = useStructure()
  const selected = useSelectedIds()
  // What is selected later comes into sight by itself, at the zoom at which somebody looks.
  const [selectedFirst] = useState(selected)
  const [left] = useState(session.looked.viewport)
  const onLook = useCallback((viewport: Look) => session.look({ viewport }), [session])
  const { guides, ...dragging } = useDragging(designer)
  const chosen = useMemo(() => new Set(selected), [selected])
  const nodeTone = useCallback(
    (id: string): Tone => (chosen.has(id) ? 'selected' : (changes.get(id)?.action ?? 'plain')),
    [chosen, changes],
  )
  const edgeTone = useCallback(
    (edge: DrawnEdge): Tone => {
      if (chosen.has(edge.source) || chosen.has(edge.target)) return 'selected'
      return edge.stands > 0 || edge.isAside ? 'faint' : 'plain'
    },
    [chosen],
  )
  const dragged = useView((state) => state.dragged)
  const problemOfEdge = useCallback(
    (source: string, target: string) => connectionProblem(editor.definition, source, target),
    [editor],
  )
  const problemOfDrop = useCallback(
    (item: string, place: DropPlace) => dropProblem(designer, item, place),
    [designer],
  )
  const staged = useStaged(designer, changes, left !== null)
  const canAdd = () => {
    const { primary } = editor.selection
    return primary !== null && addable(designer, { id: primary }).length > 0
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab adds to the selected node; where nothing can be added it leaves the canvas, as everywhere else.
    if (event.key === 'Tab' && (event.shiftKey || !canAdd())) return
    if (event.target !== event.currentTarget || !runOwnKeys(designerCommands, designer, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const grouping = useSyncExternalStore(graph.subscribe, graph.grouping)
  return (
    <RecordGraph
      ref={canvas}
      graph={graph}
      source={session.source}
      structure={structure}
      changes={changes}
      removed={removed}
      marks={marks}
      label="The API as a flow graph. Arrow keys walk it, Enter edits, Tab adds, Shift F10 opens the menu, Delete deletes, Escape selects nothing. The outline holds the same as a tree."
      nodeTone={nodeTone}
      edgeTone={edgeTone}
      selected={selected}
      frameFirst={selectedFirst.length > 0 ? selectedFirst : staged}
      left={left}
      onLook={onLook}
      overlay={
        <>
          <GapButtons />
          <Guides guides={guides} />
        </>
      }
      onSelect={(ids) => editor.selection.set(ids.map(selectable))}
      onMenu={(at) => view.setState({ menuAt: at })}
      onPaneMenu={(at, edge) => view.setState({ canvasMenu: { at, edge } })}
      onOpen={() => view.setState({ isInspectorOpen: true, wantsInspector: true })}
      // Places are of the graph by paths.
      {...(grouping === 'path' ? dragging : {})}
      connectionProblem={problemOfEdge}
      onConnect={(source, target) =>
        editor.run('Connect', (transaction) => connect(transaction, source, target))
      }
      canConnectFrom={(id) => canConnectFrom(editor.definition, id)}
      onConnectToNothing={(source, at) => pickConnection(designer, source, at)}
      dragged={dragged}
      dropProblem={problemOfDrop}
      onDropItem={(item, place) => {
        // Together with what the drop does: the end of the drag has nothing left to draw then.
        view.setState({ dragged: null })
        const before = view.getState().justAdded
        dropItem(designer, item, place)
        const { justAdded } = view.getState()
        if (justAdded === before) return
        view.setState({ justDropped: justAdded })
        graph.afterLayout(() => afterFrame(() => view.setState({ justDropped: null })))
      }}
      onKeyDown={onKeyDown}
      controls={<GroupingButton graph={graph} />}
    />
  )
}

/** The caller of a flow is who its method is for: there is nothing else to edit. */
function selectable(id: string): string {
  return partOf(id) === callerPart ? recordOfPart(id) : id
}

/** More than these are no picture any more; then only what holds them is marked. */
const mostStaged = 24

/**
 * What is staged and drawn, to look at first: closed branches are opened for it as long as they are few, but not for
 * who comes back to branches that they closed.
 */
function useStaged(
  { session: { graph } }: DesignerContext,
  changes: ChangeMap,
  isBack: boolean,
): readonly RecordId[] {
  const { index } = useSyncExternalStore(graph.subscribe, graph.view)
  const isRevealed = useRef(isBack)
  useEffect(() => {
    if (isRevealed.current || changes.size === 0) return
    isRevealed.current = true
    if (changes.size <= mostStaged) graph.reveal(changes.keys())
  }, [graph, changes])
  return useMemo(() => {
    if (changes.size > mostStaged) return []
    // While a branch is still being opened there is nothing to look at yet.
    const ids = [...changes.keys()]
    return ids.every((id) => index.node(id) || !graph.isInTree(id)) ? ids.filter((id) => index.node(id)) : []
  }, [graph, index, changes])
}
