import type { ApiRecord } from '@penstock/model'
import { UserRoundPen } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ContestLine } from '../conflict/contest-line.tsx'
import { useConflictOf } from '../conflict/use-conflict-of.ts'
import { useDesigner } from '../designer-context.ts'
import { usePress } from '../use-press.ts'
import { FieldNotes } from './field-notes.ts'

const Notes = createContext<FieldNotes | null>(null)

/** Around the form of a record: its fields say what others change while it is open. */
export function FormNotes({ record, children }: { record: ApiRecord; children: ReactNode }) {
  const { autosave } = useDesigner().session
  const [notes] = useState(() => new FieldNotes(record))
  const press = usePress()
  const { id } = record
  useEffect(
    () =>
      autosave.onTheirs((change) => {
        if (change.to.id === id) notes.take(change, Date.now())
      }),
    [autosave, notes, id],
  )
  useEffect(() => notes.hold(record), [notes, record])
  const conflict = useConflictOf(id)
  useEffect(() => {
    const { theirs, clashing: fields = [], by = null, at = null } = conflict ?? {}
    notes.contest(theirs ? { theirs, fields, by, at } : null)
  }, [notes, conflict])
  // What stands below a note moves up as that goes.
  const see = (target: Element) => {
    const fields = fieldsAround(target)
    press.after(() => {
      for (const field of fields) notes.see(field)
    })
  }
  const summary = useSyncExternalStore(notes.onChange, notes.summary)
  return (
    <Notes value={notes}>
      <span role="status" className="sr-only">
        {summary}
      </span>
      <div
        className="contents"
        onPointerDownCapture={press.begin}
        onFocus={({ target }) => see(target)}
        // What changed under somebody's hands is seen once they go on.
        onBlur={({ target }) => see(target)}
      >
        {children}
      </div>
    </Notes>
  )
}

/** Beside a field: that somebody else changed it, until somebody goes into it, or is decided whose change stays. */
export function FieldNoteLine({ field }: { field: string }) {
  const notes = useContext(Notes)
  useEffect(() => notes?.add(field), [notes, field])
  const note = useSyncExternalStore(notes?.onChange ?? never, () => notes?.noteOf(field) ?? null)
  const contest = useSyncExternalStore(notes?.onChange ?? never, () => notes?.contestAt(field) ?? null)
  if (contest) return <ContestLine {...contest} />
  if (!note) return null
  const { by, at, detail } = note
  return (
    <p role="note" className="col-span-full -mt-1 flex items-start gap-1.5 text-xs text-fg-2">
      <UserRoundPen aria-hidden className="mt-px size-3.5 shrink-0 text-accent" />
      <span className="min-w-0 wrap-anywhere">
        Changed by {by ?? 'somebody else'} <Moment at={at} />
        {detail && <>; {detail}</>}
      </span>
    </p>
  )
}

/** Whoever is in a row is in its list as well. */
function fieldsAround(target: Element): string[] {
  const around = target.closest<HTMLElement>('[data-field]')
  const above = around?.parentElement
  return around ? [around.dataset['field'] ?? '', ...(above ? fieldsAround(above) : [])] : []
}

const never = () => () => {}
