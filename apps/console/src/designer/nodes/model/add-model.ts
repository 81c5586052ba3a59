import { newId, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { freeName } from '../../edits/free-name.ts'

/** A new schema: an object whose properties are for a person to say. */
export function addModel(transaction: EditorTransaction): RecordId {
  const id = newId('model')
  const name = freeName(transaction.all(), 'model', 'Model', '')
  transaction.put({ kind: 'model', id, name, schema: { type: 'object', properties: {} } })
  return id
}
