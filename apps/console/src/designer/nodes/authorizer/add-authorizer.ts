import { newId, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { freeName } from '../../edits/free-name.ts'

/** A new one tells clients to send a bearer token; who decides is chosen in its form. */
export function addAuthorizer(transaction: EditorTransaction): RecordId {
  const id = newId('authorizer')
  const name = freeName(transaction.all(), 'authorizer', 'authorizer', '-')
  transaction.put({ kind: 'authorizer', id, name, scheme: { type: 'http', scheme: 'bearer' } })
  return id
}
