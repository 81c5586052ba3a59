import { type RecordId, recordsOf } from '@penstock/model'
import type { DesignerContext } from '../designer-context.ts'
import { connectionProblem } from '../edits/connect.ts'
import { answerWith } from '../edits/stand-in.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { allItems, runItem } from '../palette-items.ts'
import type { PickerEntry } from '../picker-state.ts'

/** What may answer a method: integrations that there are, and what can be made. */
export function integrationEntries(designer: DesignerContext, method: RecordId): PickerEntry[] {
  const { editor } = designer.session
  const { definition } = editor
  const node = nodeOf('integration')
  const existing = [...recordsOf(definition, 'integration')]
    .filter((integration) => connectionProblem(definition, method, integration.id) === null)
    .map((integration) => ({
      id: integration.id,
      group: 'Answer with',
      label: node.title(integration, definition),
      detail: node.detail(integration, definition),
      glyph: node.glyph,
      run: () => editor.run('Connect', (transaction) => answerWith(transaction, method, integration.id)),
    }))
  const served = definition.get(method)
  const made = nodeOf(served?.kind ?? 'method').takes.flatMap((id) => {
    const item = allItems.find((candidate) => candidate.id === id && candidate.answers)
    return item
      ? [
          {
            id: `new-${item.id}`,
            group: 'Answer with something new',
            label: item.label,
            detail: item.description,
            glyph: item.glyph,
            run: () => runItem(designer, item.id, method),
          },
        ]
      : []
  })
  return [...existing, ...made]
}
