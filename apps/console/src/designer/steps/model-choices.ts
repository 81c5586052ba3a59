import { type RecordId, recordsOf } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { addModel } from '../nodes/model/add-model.ts'
import { modelNode } from '../nodes/model/definition.ts'
import type { MethodPlace, StepChoice } from './flow-step.ts'

/** A step that says what goes by with a model: a new one, or one that there is. */
export function modelChoices(
  { definition }: MethodPlace,
  write: (transaction: EditorTransaction, model: RecordId) => void,
): readonly StepChoice[] {
  const models = [...recordsOf(definition, 'model')].sort((a, b) => (a.name < b.name ? -1 : 1))
  return [
    {
      id: 'new-model',
      label: 'New model',
      detail: 'A schema by name',
      insert: (transaction) => write(transaction, addModel(transaction)),
    },
    ...models.map((model) => ({
      id: model.id,
      label: model.name,
      detail: modelNode.detail(model, definition),
      insert: (transaction: EditorTransaction) => write(transaction, model.id),
    })),
  ]
}

/** More edges than these to models say no more. */
export const mostModels = 4
