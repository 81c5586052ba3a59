import type { Model } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { renameRefs, tokenOf } from '../../edits/rename-refs.ts'

/** A reference to the model of this name. */
export function modelRef(name: string): string {
  return `#/components/schemas/${tokenOf(name)}`
}

/** Renames a model, also where bodies, responses and other models refer to it. */
export function renameModel(transaction: EditorTransaction, { id, name: from }: Model, name: string): void {
  for (const record of transaction.all().values()) {
    const renamed = renameRefs(record, 'schemas', from, name)
    if (renamed !== record) transaction.put(renamed)
  }
  const current = transaction.get(id)
  if (current?.kind === 'model') transaction.put({ ...current, name })
}
