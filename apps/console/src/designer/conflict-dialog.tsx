import { type ApiRecord, canonicalJson, type RecordId } from '@penstock/model'
import { Button, Dialog } from '@penstock/ui'
import { changedFields, type Conflict, type Resolution } from '../editor/index.ts'
import { useDefinition, useDesigner, useSaveState, useView } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'

/** Records that somebody else and I changed at once: base, theirs and mine, and a decision for each. */
export function ConflictDialog() {
  const { session, view } = useDesigner()
  const state = useSaveState()
  const definition = useDefinition()
  const isOpen = useView((shown) => shown.isResolving) && state.status === 'conflict'
  const close = () => view.setState({ isResolving: false })
  const conflicts = state.status === 'conflict' ? state.conflicts : []
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title="Changed by two people"
      description="Nothing is lost: theirs is saved, yours is on your screen. Decide for each which one stays."
      width="xl"
    >
      <ul className="flex flex-col gap-4">
        {conflicts.map((conflict) => (
          <li key={conflict.id} className="rounded-lg border border-line">
            <ConflictView
              conflict={conflict}
              mine={definition.get(conflict.id) ?? null}
              onResolve={(resolution) => {
                session.autosave.resolve(conflict.id, resolution)
                if (conflicts.length === 1) close()
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function ConflictView(props: {
  conflict: Conflict
  mine: ApiRecord | null
  onResolve: (resolution: Resolution) => void
}) {
  const { conflict, mine, onResolve } = props
  const definition = useDefinition()
  const { base, theirs, mergeable } = conflict
  const known = mine ?? theirs ?? base
  const fields = new Set<string>()
  if (base && mine) for (const field of changedFields(base, mine)) fields.add(field)
  if (base && theirs) for (const field of changedFields(base, theirs)) fields.add(field)
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3 py-2">
        <span className="min-w-0 flex-1 truncate text-sm font-medium">
          {known ? `${nodeOf(known.kind).noun} ${nodeOf(known.kind).title(known, definition)}` : conflict.id}
        </span>
        {mergeable && (
          <Button variant="primary" onPress={() => onResolve('both')}>
            Keep both
          </Button>
        )}
        <Button onPress={() => onResolve('theirs')}>Take theirs</Button>
        <Button onPress={() => onResolve('mine')}>Keep mine</Button>
      </div>
      <table className="w-full table-fixed text-xs">
        <thead>
          <tr className="text-left text-fg-3">
            <th className="w-28 px-3 py-1.5 font-medium">Field</th>
            <th className="px-3 py-1.5 font-medium">Before</th>
            <th className="px-3 py-1.5 font-medium">Theirs</th>
            <th className="px-3 py-1.5 font-medium">Mine</th>
          </tr>
        </thead>
        <tbody>
          {!(mine && theirs) && (
            <tr className="border-t border-line">
              <td className="px-3 py-1.5">the whole record</td>
              <td className="px-3 py-1.5">{base ? 'there' : 'not there'}</td>
              <td className="px-3 py-1.5">{theirs ? 'changed' : 'removed'}</td>
              <td className="px-3 py-1.5">{mine ? 'changed' : 'removed'}</td>
            </tr>
          )}
          {[...fields].map((field) => (
            <tr key={field} className="border-t border-line align-top">
              <td className="px-3 py-1.5 font-mono">{field}</td>
              {[base, theirs, mine].map((record, index) => (
                <td key={index} className="px-3 py-1.5 font-mono break-words">
                  {fieldText(record, field)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const longest = 240

function fieldText(record: ApiRecord | null, field: string): string {
  const value = record === null ? undefined : (record as unknown as Record<RecordId, unknown>)[field]
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
