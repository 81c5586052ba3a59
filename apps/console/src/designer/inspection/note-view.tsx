import type { InspectionView } from '@penstock/server'
import { BodyView } from './message-view.tsx'

type Note = InspectionView['phases'][number]['notes'][number]

/** What happened inside a phase: a mapping, a template with what it read, the response that was chosen, the cause of a failure. */
export function NoteView({ note }: { note: Note }) {
  if (note.kind === 'fact')
    return (
      <p className="text-xs break-words">
        <code className="text-danger">{note.name}</code> {note.value}
      </p>
    )
  if (note.kind === 'parameter')
    return (
      <p className="font-mono text-xs break-all">
        {note.to} {note.name} <span className="text-fg-3">← {note.from}</span>{' '}
        {note.value === null ? <span className="text-fg-3">nothing</span> : `= ${note.value}`}
      </p>
    )
  if (note.kind === 'selected')
    return (
      <p className="text-xs">
        {note.selector === null ? 'A success' : <code>{note.selector}</code>} selects{' '}
        {note.pattern === null ? 'the default response' : <code>{note.pattern}</code>}, which answers{' '}
        <code>{note.status}</code>.
      </p>
    )
  return (
    <section aria-label={`Template for ${note.type}`} className="flex flex-col gap-1">
      <h3 className="text-2xs font-semibold text-fg-2">Template for {note.type}</h3>
      {note.variables.map(({ name, value }) => (
        <p key={name} className="font-mono text-xs break-all">
          {name} <span className="text-fg-3">=</span>{' '}
          {value === null || value === '' ? <span className="text-fg-3">nothing</span> : value}
        </p>
      ))}
      <details>
        <summary className="text-xs text-fg-2">As it is written</summary>
        <BodyView body={note.source} label="template" />
      </details>
      {note.output ? (
        <BodyView body={note.output} label="what the template made" />
      ) : (
        <p className="text-xs text-danger">It made nothing.</p>
      )}
    </section>
  )
}
