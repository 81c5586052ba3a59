import { newId, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { freeName } from '../../edits/free-name.ts'

/** A new one looks at all that it can. */
export function addValidator(transaction: EditorTransaction): RecordId {
  const id = newId('validator')
  const name = freeName(transaction.all(), 'validator', 'validator', '-')
  transaction.put({
    kind: 'validator',
    id,
    name,
    validateRequestBody: true,
    validateRequestParameters: true,
  })
  return id
}
