import { newId, type RecordId, recordsOf } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { uniqueName } from '../../edits/unique-name.ts'

/** A new route of a WebSocket API, called so that it clashes with none; what it does is for a person to say. */
export function addRoute(transaction: EditorTransaction): RecordId {
  const taken = new Set<string>()
  for (const { routeKey } of recordsOf(transaction.all(), 'route')) taken.add(routeKey)
  const id = newId('route')
  transaction.put({ kind: 'route', id, routeKey: uniqueName(taken, 'message'), routeResponse: true })
  return id
}
