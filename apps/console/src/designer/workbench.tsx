import type { ApiRecord, Diagnostic, RecordId } from '@penstock/model'
import type { PlanView } from '@penstock/server'
import { SplitPane } from '@penstock/ui'
import { createRef, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useRegisterCommands } from '../app/use-commands.ts'
import type { FlowCanvasHandle } from '../canvas/index.ts'
import { bindCommand, designerCommands } from '../commands/index.ts'
import { AddDialog } from './add-dialog.tsx'
import { CanvasMenu } from './canvas-menu.tsx'
import { changesOfPlan } from './changes.ts'
import { CodeSplit } from './code/code-split.tsx'
import { useClipboardKeys } from './clipboard/use-clipboard-keys.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { DesignerCanvas } from './designer-canvas.tsx'
import {
  type DesignerContext,
  DesignerContextProvider,
  useDesigner,
  useProblems,
  useSelectedIds,
  useStructure,
  useView,
} from './designer-context.ts'
import { createViewStore } from './designer-view.ts'
import { Drawer } from './drawer.tsx'
import { EmptyCanvas } from './empty-canvas.tsx'
import { TraceFollower } from './inspection/trace-follower.tsx'
import { Inspector } from './inspector.tsx'
import { NodeMenu } from './node-menu.tsx'
import { Outline } from './outline.tsx'
import { Palette } from './palette.tsx'
import { Picker } from './picker.tsx'
import { definitionMarks } from './problems/definition-marks.ts'
import { PointDialog } from './point-dialog.tsx'
import { SelectionAnnouncer } from './selection-announcer.tsx'
import type { DesignerSession } from './session.ts'
import { Toolbar } from './toolbar.tsx'
import { useOnePane } from './use-one-pane.ts'

/** The panes of the designer around one open session. */
export function Workbench(props: {
  session: DesignerSession
  plan: PlanView | undefined
  removed: readonly ApiRecord[]
  /** What the server says of the draft as it is saved. */
  checks: readonly Diagnostic[]
}) {
  const { session, plan, removed, checks } = props
  const context = useMemo(() => createContextOf(session), [session])
  const commands = useMemo(() => designerCommands.map((command) => bindCommand(command, context)), [context])
  useRegisterCommands(commands)
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { autosave, code, drafts } = session
      if (autosave.hasUnsaved || code.hasUnkept || drafts.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [session])
  return (
    <DesignerContextProvider value={context}>
      <Panes plan={plan} removed={removed} checks={checks} />
      <AddDialog />
      <NodeMenu />
      <CanvasMenu />
      <Picker />
      <DeleteDialog />
      <PointDialog />
      <ConflictDialog />
      <SelectionAnnouncer />
    </DesignerContextProvider>
  )
}

function createContextOf(session: DesignerSession): DesignerContext {
  return { session, view: createViewStore(), canvas: createRef<FlowCanvasHandle>() }
}

function Panes(props: {
  plan: PlanView | undefined
  removed: readonly ApiRecord[]
  checks: readonly Diagnostic[]
}) {
  const { plan, removed, checks } = props
  useClipboardKeys()
  useOnePane(useDesigner().view)
  const changes = useMemo(() => changesOfPlan(plan), [plan])
  const { session } = useDesigner()
  useEffect(() => session.problems.checks(checks), [session, checks])
  const merged = useProblems()
  const selected = useSelectedIds()
  const justAdded = useView((view) => view.justAdded)
  const spared = selected.at(-1) === justAdded ? justAdded : null
  const problems = useMemo(
    () => (spared === null ? merged : merged.filter(({ location }) => location.record !== spared)),
    [merged, spared],
  )
  const structure = useStructure()
  const grouping = useSyncExternalStore(session.graph.subscribe, session.graph.grouping)
  const marks = useMemo(() => definitionMarks(structure, problems, grouping), [structure, problems, grouping])
  const isOutlineOpen = useView((view) => view.isOutlineOpen)
  const isInspectorOpen = useView((view) => view.isInspectorOpen)
  const drawer = useView((view) => view.drawer)
  const changeOf = useCallback((id: RecordId) => changes.get(id) ?? null, [changes])
  const canvas = (
    <div className="canvas-room relative h-full min-h-0">
      <DesignerCanvas changes={changes} removed={removed} marks={marks} />
      <Palette />
      <TraceFollower />
      <EmptyCanvas />
    </div>
  )
  // Panes open and close around a canvas that stays: mounted anew, it would forget where a person looked.
  return (
    <SplitPane
      id="designer-outline"
      label="Resize the outline"
      isOpen={isOutlineOpen}
      defaultSize={isNarrow() ? 220 : 260}
      pane={<Outline changeOf={changeOf} marks={marks} />}
      className="h-full"
    >
      <SplitPane
        id="designer-inspector"
        label="Resize the inspector"
        isOpen={isInspectorOpen}
        side="right"
        defaultSize={isNarrow() ? 320 : 360}
        minSize={300}
        pane={<Inspector problems={problems} />}
        className="h-full"
      >
        <div className="flex h-full min-h-0 flex-col">
          <Toolbar problems={problems} />
          <SplitPane
            id="designer-drawer"
            label="Resize the drawer"
            isOpen={drawer !== null}
            side="bottom"
            defaultSize={280}
            minSize={140}
            maxSize={640}
            pane={<Drawer problems={problems} />}
          >
            <CodeSplit>{canvas}</CodeSplit>
          </SplitPane>
        </div>
      </SplitPane>
    </SplitPane>
  )
}

/** On a small screen the canvas needs the room more than the panes do. */
function isNarrow(): boolean {
  return window.innerWidth < 1440
}
