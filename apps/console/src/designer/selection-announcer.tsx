import { useDefinition, useSelectedIds, useView } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'
import { stepAt } from './steps/flow.ts'
import { stepText } from './steps/flow-step.ts'
import { tagOfGroup, tagTitle } from './tags.ts'

/** Says to screen readers what the arrow keys on the canvas have come to, and what adding it chose. */
export function SelectionAnnouncer() {
  const definition = useDefinition()
  const selected = useSelectedIds()
  const id = selected.at(-1) ?? ''
  const part = stepAt(definition, id)
  const record = definition.get(id)
  const tag = tagOfGroup(id)
  const node = record && nodeOf(record.kind)
  const name =
    record && node ? [node.method?.(record), node.title(record, definition)].filter(Boolean).join(' ') : ''
  const isNew = useView((view) => view.justAdded === id)
  const chosen = isNew && record ? node?.choseFor?.(record, definition) : null
  return (
    <p role="status" className="sr-only">
      {record && node ? `${name}, ${node.noun}, ${node.detail(record, definition)}` : ''}
      {part ? `${part.step.noun}, step of the flow, ${stepText(part.step, part.place)}` : ''}
      {tag === null ? '' : `${tagTitle(tag)}, tag`}
      {chosen ? `. ${chosen}` : ''}
      {selected.length > 1 ? `, ${selected.length} selected` : ''}
    </p>
  )
}
