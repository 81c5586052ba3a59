import type { ReactNode } from 'react'
import { FieldNoteLine } from './form-notes.tsx'

/** A titled part of the inspector; `field` says which part of the record it edits, as `Field` does. */
export function Section(props: { title: string; field?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section
      data-section={props.title}
      data-field={props.field}
      className="flex flex-col gap-3 border-t border-line px-4 py-3 first:border-t-0"
    >
      <div className="flex h-6 items-center justify-between">
        <h3 className="text-xs font-semibold text-fg">{props.title}</h3>
        {props.action}
      </div>
      {props.field !== undefined && <FieldNoteLine field={props.field} />}
      {props.children}
    </section>
  )
}
