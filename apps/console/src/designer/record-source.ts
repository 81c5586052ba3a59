import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { Editor } from '../editor/index.ts'

/** Where cards read records from: the editor, or a definition that stands still (a review). */
export interface RecordSource {
  readonly subscribe: (listener: () => void) => () => void
  readonly get: (id: RecordId) => ApiRecord | undefined
  readonly definition: () => Definition
}

export function sourceOfEditor(editor: Editor): RecordSource {
  return {
    subscribe: (listener) => editor.onChange(listener),
    get: (id) => editor.get(id),
    definition: () => editor.definition,
  }
}

export function sourceOfDefinition(definition: Definition): RecordSource {
  return { subscribe: () => () => {}, get: (id) => definition.get(id), definition: () => definition }
}
