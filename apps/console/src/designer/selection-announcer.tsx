import { useDefinition, useSelectedIds } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'

/** Says to screen readers what the arrow keys on the canvas have come to. */
export function SelectionAnnouncer() {
  const definition = useDefinition()
  const selected = useSelectedIds()
  const record = definition.get(selected.at(-1) ?? '')
  const node = record && nodeOf(record.kind)
  const name =
    record && node ? [node.method?.(record), node.title(record, definition)].filter(Boolean).join(' ') : ''
  return (
    <p role="status" className="sr-only">
      {record && node ? `${name}, ${node.noun}, ${node.detail(record, definition)}` : ''}
      {selected.length > 1 ? `, ${selected.length} selected` : ''}
    </p>
  )
}
