import { type RecordId, servedBy } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'

/**
 * Points a method or a route at an integration. The mock that stood in until something real answers goes with its last user: it
 * holds nothing of its own, and is made again for the next method that needs one.
 */
export function answerWith(
  transaction: EditorTransaction,
  method: RecordId,
  integration: RecordId | undefined,
): void {
  const record = transaction.get(method)
  if ((record?.kind !== 'method' && record?.kind !== 'route') || record.integration === integration) return
  const { integration: before, ...rest } = record
  transaction.put(integration === undefined ? rest : { ...rest, integration })
  if (before !== undefined) dropStandIn(transaction, before)
}

/** Removes the integration if it stands in for a real one and nothing uses it. */
export function dropStandIn(transaction: EditorTransaction, id: RecordId): void {
  const integration = transaction.get(id)
  if (integration?.kind !== 'integration' || !integration.fromExamples) return
  if (servedBy(transaction.all(), id).next().done) transaction.remove(id)
}
