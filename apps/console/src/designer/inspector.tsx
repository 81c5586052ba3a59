import { fixOf } from '@penstock/lint'
import type { ApiRecord, Definition, Diagnostic } from '@penstock/model'
import { Button, IconButton } from '@penstock/ui'
import { PanelRightClose, Trash2 } from 'lucide-react'
import { type ComponentType, useEffect, useRef } from 'react'
import { deleteSelection } from '../commands/delete-selection.tsx'
import { PeopleAtLine, useAlsoSelected } from '../features/presence/people-at.tsx'
import { ConflictBanner } from './conflict/conflict-banner.tsx'
import { useDefinition, useDesigner, useSelectedIds, useView } from './designer-context.ts'
import { protectedBecause } from './edits/delete-records.ts'
import { FormNotes } from './fields/form-notes.tsx'
import { focusField } from './fields/focus-field.ts'
import { nodeOf } from './nodes/definitions.ts'
import { inspectorOf } from './nodes/inspectors.ts'
import { ProblemIcon } from './problem-icon.tsx'
import type { FlowStep } from './steps/flow-step.ts'
import { stepAt } from './steps/flow.ts'
import { SeveralInspector } from './several/several-inspector.tsx'
import { fixProblems } from './problems/fix-problems.ts'
import { usePress } from './use-press.ts'

/** Edits the selection. Escape goes back to the canvas. */
export function Inspector({ problems }: { problems: readonly Diagnostic[] }) {
  const designer = useDesigner()
  const definition = useDefinition()
  const selected = useSelectedIds()
  const root = useRef<HTMLElement>(null)
  const press = usePress()
  const id = selected.at(-1)
  const step = id === undefined ? null : stepAt(definition, id)
  const edited = step?.step.editedIn(step.place)
  const record = id === undefined ? undefined : definition.get(edited?.record ?? id)
  const section = edited?.section
  // Who drops something looks for it where it fell: the frame that shows it there does not wait for its form.
  const isComing = useView(({ justDropped }) => justDropped !== null && justDropped === id)
  useEffect(() => {
    if (section === undefined || isComing) return
    const shown = root.current?.querySelector(`[data-section="${section}"]`)
    shown?.scrollIntoView({ block: 'start' })
  }, [id, section, isComing])
  const isWanted = useView((view) => view.wantsInspector)
  useEffect(() => {
    if (!isWanted) return
    designer.view.setState({ wantsInspector: false })
    const within = section === undefined ? 'section' : `[data-section="${section}"]`
    root.current?.querySelector<HTMLElement>(`${within} :is(input, textarea, button)`)?.focus()
  }, [isWanted, designer, section])
  const wanted = useView((view) => view.wantsField)
  useEffect(() => {
    // A text inside may have taken it.
    if (!wanted || !root.current || designer.view.getState().wantsField !== wanted) return
    designer.view.setState({ wantsField: null })
    if (focusField(root.current, wanted)) return
    root.current.querySelector<HTMLElement>('section :is(input, textarea, button)')?.focus()
  }, [wanted, designer])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the pane from any field in it
    <aside
      ref={root}
      aria-label="Inspector"
      data-writes-through
      className="flex h-full flex-col bg-surface"
      onPointerDownCapture={press.begin}
      onBlur={() => {
        const { justAdded } = designer.view.getState()
        // What the press itself adds is new.
        press.after(() => {
          if (designer.view.getState().justAdded === justAdded) designer.view.setState({ justAdded: null })
        })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        designer.canvas.current?.focus()
      }}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="min-w-0 flex-1 truncate text-sm font-semibold">
          {selected.length > 1 ? `${selected.length} selected` : titleOf(record, step?.step, definition)}
        </h2>
        {id !== undefined && <AlsoHere id={id} />}
        <IconButton
          label="Hide the inspector"
          size="sm"
          onPress={() => designer.view.setState({ isInspectorOpen: false })}
        >
          <PanelRightClose aria-hidden className="size-3.5" />
        </IconButton>
      </header>
      {/* Positioned, so that what is hidden in fields stands in here and nothing around this can be scrolled. */}
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {selected.length > 1 ? (
          <SeveralInspector ids={selected} />
        ) : isComing ? null : record ? (
          <>
            <ConflictBanner id={record.id} />
            <OwnProblems id={record.id} problems={problems} />
            <Form record={record} />
            <DeleteRecord record={record} step={step?.step} />
          </>
        ) : (
          <Hint />
        )}
      </div>
    </aside>
  )
}

/** Who edits the same: said as soon as they come. */
function AlsoHere({ id }: { id: string }) {
  const text = useAlsoSelected(id)
  return (
    <>
      <span role="status" className="sr-only">
        {text}
      </span>
      <PeopleAtLine id={id} most={3} />
    </>
  )
}

function titleOf(record: ApiRecord | undefined, step: FlowStep | undefined, definition: Definition): string {
  if (!record) return 'Nothing selected'
  const title = nodeOf(record.kind).title(record, definition)
  return step ? `${step.noun} · ${title}` : title
}

function Form({ record }: { record: ApiRecord }) {
  const Fields = inspectorOf(record.kind) as ComponentType<{ record: ApiRecord }>
  return (
    <FormNotes key={record.id} record={record}>
      <Fields record={record} />
    </FormNotes>
  )
}

/** The foot of every form. What can't be deleted here has none. */
function DeleteRecord({ record, step }: { record: ApiRecord; step: FlowStep | undefined }) {
  const designer = useDesigner()
  if (!step && protectedBecause(record) !== null) return null
  return (
    <footer className="flex px-4 py-4">
      <Button
        variant="danger"
        icon={<Trash2 aria-hidden className="size-3.5" />}
        onPress={() => deleteSelection.run(designer)}
      >
        {step ? `Remove ${step.noun.toLowerCase()}` : `Delete ${nodeOf(record.kind).noun}`}
      </Button>
    </footer>
  )
}

/** What is wrong with this record, where it can be mended. */
function OwnProblems({ id, problems }: { id: string; problems: readonly Diagnostic[] }) {
  const designer = useDesigner()
  const own = problems.filter(({ location, severity }) => location.record === id && severity !== 'info')
  if (own.length === 0) return null
  return (
    <ul aria-label="Problems" className="flex flex-col gap-1.5 border-b border-line bg-sunken px-4 py-2.5">
      {own.map((problem, at) => {
        const { code, severity, message, suggest } = problem
        const fix = fixOf(code)
        return (
          <li key={`${code}-${at}`} className="flex items-start gap-2 text-sm">
            <ProblemIcon severity={severity} />
            <span className="min-w-0 flex-1 break-words">
              {message}
              {suggest && <span className="text-fg-2"> {suggest}</span>}
            </span>
            {fix && (
              <Button
                variant="quiet"
                className="-my-1"
                aria-label={`Fix: ${fix.title}`}
                onPress={() => fixProblems(designer.session.editor, [problem])}
              >
                Fix
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Hint() {
  return (
    <p className="p-4 text-sm text-pretty text-fg-3">
      Select a node on the canvas or a line of the outline to edit it here. Arrow keys walk the graph.
    </p>
  )
}
