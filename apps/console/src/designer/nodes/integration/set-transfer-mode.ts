import { type Integration, type RecordId, withTransferMode } from '@penstock/model'
import type { Editor } from '../../../editor/index.ts'

/** Has answers streamed or sent whole. A URI of Lambda follows, since it names the operation that is called. */
export function setTransferMode(
  editor: Editor,
  id: RecordId,
  mode: NonNullable<Integration['responseTransferMode']>,
): void {
  editor.run('Change response', (transaction) => {
    const current = transaction.get(id)
    if (current?.kind !== 'integration') return
    const { responseTransferMode: _, uri, ...rest } = current
    transaction.put({
      ...rest,
      ...(uri === undefined ? {} : { uri: withTransferMode(uri, mode) }),
      ...(mode === 'STREAM' ? { responseTransferMode: mode } : {}),
    })
  })
}
