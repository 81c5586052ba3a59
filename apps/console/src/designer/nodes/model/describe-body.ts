import type { RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import type { FlowPlace } from '../../steps/flow-step.ts'
import { modelRef } from './rename-model.ts'

const json = 'application/json'

/** Makes a model what a method's JSON body must be. Other media types that it takes stay as they are. */
export function describeBodyWith(transaction: EditorTransaction, id: RecordId, { method }: FlowPlace): void {
  const model = transaction.get(id)
  if (model?.kind !== 'model') return
  const before = method.requestBody
  const content = before?.['content']
  const others = typeof content === 'object' && content !== null && !Array.isArray(content) ? content : {}
  const schema = { $ref: modelRef(model.name) }
  transaction.put({
    ...method,
    requestBody: {
      ...(before && !('$ref' in before) ? before : {}),
      content: { ...others, [json]: { schema } },
    },
  })
}
