import type { JsonObject } from '@penstock/model'
import { FileOutput } from 'lucide-react'
import { contentHolder, hasContent, modelsIn, withoutModel } from '../../nodes/model/content-models.ts'
import { describeAnswerWith } from '../../nodes/model/describe-body.ts'
import { contentSummary } from '../../nodes/method/schema-name.ts'
import type { MethodPlace, MethodStep } from '../flow-step.ts'
import { modelChoices, mostModels } from '../model-choices.ts'

/** What callers get, by status: Amazon calls it the method response. */
export const responsesStep: MethodStep = {
  id: 'responses',
  noun: 'Responses',
  description: 'Says what callers get, with a model',
  glyph: FileOutput,
  way: 'response',
  describes: true,
  isUsed: ({ definition, method }) => {
    for (const status in method.responses) if (hasContent(definition, method.responses[status])) return true
    return false
  },
  detail: ({ definition, method }) =>
    Object.entries(method.responses ?? {})
      .flatMap(([status, response]) => {
        const [first] = contentSummary(contentHolder(definition, response))
        return first ? [`${status} ${first.schema}`] : []
      })
      .join(', '),
  links: ({ definition, method }) =>
    modelsIn(definition, Object.values(method.responses ?? {})).slice(0, mostModels),
  isOffered: () => true,
  choices: (place) =>
    modelChoices(place, (transaction, model) => describeAnswerWith(transaction, model, place)),
  keptBecause: () => null,
  remove: (transaction, place) => putResponses(transaction, place, ({ content: _, ...response }) => response),
  editedIn: ({ method }) => ({ record: method.id, section: 'Responses' }),
  connects: {
    kind: 'model',
    apply: (transaction, place, target) => describeAnswerWith(transaction, target.id, place),
    release: (transaction, place, target) => {
      if (target.kind !== 'model') return
      putResponses(transaction, place, (response) => withoutModel(place.definition, response, target.name))
    },
  },
}

/** Writes what `edit` makes of each response that says what it carries. */
function putResponses(
  transaction: Parameters<MethodStep['remove']>[0],
  { definition, method }: MethodPlace,
  edit: (response: JsonObject) => JsonObject,
): void {
  const responses = Object.entries(method.responses ?? {}).map(([status, response]) => {
    const described = hasContent(definition, response)
    return [status, described ? edit(contentHolder(definition, response)) : response] as const
  })
  transaction.put({ ...method, responses: Object.fromEntries(responses) })
}
