import type { Diagnostic } from '@penstock/model'
import { Button, IconButton } from '@penstock/ui'
import {
  CircleAlert,
  CircleCheck,
  Code,
  Info,
  PanelLeft,
  PanelRight,
  Play,
  Redo2,
  TriangleAlert,
  Undo2,
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { recordOfPart } from '../editor/index.ts'
import { People } from '../features/presence/people.tsx'
import { ShortcutLabel } from '../features/shell/shortcut-label.tsx'
import { toggleCode } from './code/toggle-code.ts'
import { useDesigner, useView } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'
import { problemCount } from './problems/problem-list.ts'
import { SaveIndicator } from './save-indicator.tsx'
import { showRecord } from './show-record.ts'

/** Over the canvas: undo, redo, whether it is saved, and the doors to drawer and panes. */
export function Toolbar({ problems }: { problems: readonly Diagnostic[] }) {
  const designer = useDesigner()
  const { session, view } = designer
  const { editor } = session
  const nameOf = (id: string) => {
    const record = editor.get(recordOfPart(id))
    return record ? nodeOf(record.kind).title(record, editor.definition) : null
  }
  const subscribe = (listener: () => void) => editor.onChange(listener)
  const undoName = useSyncExternalStore(subscribe, () => editor.undoName)
  const redoName = useSyncExternalStore(subscribe, () => editor.redoName)
  const isChecked = useSyncExternalStore(session.problems.subscribe, session.problems.isChecked)
  const hasFailed = useSyncExternalStore(session.problems.subscribe, session.problems.hasFailed)
  const isOutlineOpen = useView((shown) => shown.isOutlineOpen)
  const isInspectorOpen = useView((shown) => shown.isInspectorOpen)
  const isCodeOpen = useView((shown) => shown.isCodeOpen)
  return (
    <div
      role="toolbar"
      aria-label="Designer"
      className="@container flex min-h-10 shrink-0 flex-wrap items-center gap-1 border-b border-line bg-surface px-2"
    >
      <IconButton
        label="Outline"
        isSelected={isOutlineOpen}
        onPress={() => view.setState({ isOutlineOpen: !isOutlineOpen })}
      >
        <PanelLeft aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={undoName ? `Undo ${undoName.toLowerCase()}` : 'Nothing to undo'}
        isDisabled={!undoName}
        onPress={() => void editor.undo()}
      >
        <Undo2 aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={redoName ? `Redo ${redoName.toLowerCase()}` : 'Nothing to redo'}
        isDisabled={!redoName}
        onPress={() => void editor.redo()}
      >
        <Redo2 aria-hidden className="size-4" />
      </IconButton>
      <div className="ml-2 flex min-w-0 flex-1 @max-md:ml-0 @max-md:min-w-min">
        <SaveIndicator />
      </div>
      <People nameOf={nameOf} onGo={(id) => showRecord(designer, id)} />
      <Button
        variant="quiet"
        icon={
          hasFailed ? (
            <CircleAlert aria-hidden className="size-3.5 text-danger" />
          ) : (
            <WorstIcon problems={problems} />
          )
        }
        onPress={() =>
          view.setState((state) => ({ drawer: state.drawer === 'problems' ? null : 'problems' }))
        }
      >
        <span className={whereWide}>
          {hasFailed ? 'Not checked' : isChecked ? problemCount(problems) : 'Checking'}
        </span>
      </Button>
      <Button
        icon={<Play aria-hidden className="size-3.5" />}
        onPress={() => view.setState((state) => ({ drawer: state.drawer === 'try-it' ? null : 'try-it' }))}
      >
        <span className={whereWide}>Try it</span>
      </Button>
      <IconButton
        label="Code"
        isSelected={isCodeOpen}
        shortcut={<ShortcutLabel shortcut="mod+j" />}
        onPress={() => toggleCode(view, { wantsCode: false })}
      >
        <Code aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label="Inspector"
        isSelected={isInspectorOpen}
        onPress={() => view.setState({ isInspectorOpen: !isInspectorOpen })}
      >
        <PanelRight aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}

/** Beside an open pane in a small window the glyph has to do; who can't see it is told the same. */
const whereWide = '@max-md:sr-only'

/** The worst of them, or that there is none. */
function WorstIcon({ problems }: { problems: readonly Diagnostic[] }) {
  if (problems.some(({ severity }) => severity === 'error'))
    return <CircleAlert aria-hidden className="size-3.5 text-danger" />
  if (problems.some(({ severity }) => severity === 'warning'))
    return <TriangleAlert aria-hidden className="size-3.5 text-risky" />
  if (problems.length > 0) return <Info aria-hidden className="size-3.5 text-fg-3" />
  return <CircleCheck aria-hidden className="size-3.5 text-ok" />
}
