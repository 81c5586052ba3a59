import { newId, type RecordId, recordsOf } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import { responseTypes } from './response-types.ts'

/** One for the first type that has none. Where each has one there is none to add: the first of them is shown. */
export function addGatewayResponse(transaction: EditorTransaction): RecordId {
  const made = new Map(
    [...recordsOf(transaction.all(), 'gatewayResponse')].map((one) => [one.responseType, one]),
  )
  const types = Object.keys(responseTypes)
  const responseType = types.find((type) => !made.has(type))
  if (responseType === undefined) return made.get(types[0]!)!.id
  const id = newId('gatewayResponse')
  transaction.put({
    kind: 'gatewayResponse',
    id,
    responseType,
    responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
  })
  return id
}
