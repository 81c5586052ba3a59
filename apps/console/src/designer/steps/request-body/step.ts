import { FileInput } from 'lucide-react'
import { contentHolder, hasContent, modelsIn, withoutModel } from '../../nodes/model/content-models.ts'
import { describeBodyWith, takesBody } from '../../nodes/model/describe-body.ts'
import { contentSummary } from '../../nodes/method/schema-name.ts'
import type { MethodStep } from '../flow-step.ts'
import { modelChoices, mostModels } from '../model-choices.ts'

/** What callers send: its models are those that a validator holds bodies against. */
export const requestBodyStep: MethodStep = {
  id: 'request-body',
  noun: 'Request body',
  description: 'Says what callers send, with a model',
  glyph: FileInput,
  way: 'request',
  describes: true,
  isUsed: ({ definition, method }) => hasContent(definition, method.requestBody),
  detail: ({ definition, method }) => {
    const schemas = contentSummary(contentHolder(definition, method.requestBody)).map(({ schema }) => schema)
    return [...new Set(schemas)].join(', ')
  },
  links: ({ definition, method }) => modelsIn(definition, [method.requestBody]).slice(0, mostModels),
  isOffered: ({ method }) => takesBody(method),
  choices: (place) =>
    takesBody(place.method)
      ? modelChoices(place, (transaction, model) => describeBodyWith(transaction, model, place))
      : [],
  keptBecause: () => null,
  remove: (transaction, { method }) => {
    const { requestBody: _, ...rest } = method
    transaction.put(rest)
  },
  editedIn: ({ method }) => ({ record: method.id, section: 'Request body' }),
  connects: {
    kind: 'model',
    apply: (transaction, place, target) => describeBodyWith(transaction, target.id, place),
    release: (transaction, { definition, method }, target) => {
      if (target.kind !== 'model' || !method.requestBody) return
      const requestBody = withoutModel(definition, method.requestBody, target.name)
      transaction.put({ ...method, requestBody })
    },
  },
}
