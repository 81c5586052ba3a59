import type { Method, RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../../editor/index.ts'
import type { MethodPlace } from '../../steps/flow-step.ts'
import { contentHolder, describedBy, hasContent } from './content-models.ts'

/** Requests of the other verbs carry no body that anything reads. */
const withBody: ReadonlySet<Method['httpMethod']> = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'ANY'])

export function takesBody({ httpMethod, requestBody }: Method): boolean {
  return requestBody !== undefined || withBody.has(httpMethod)
}

/** Makes a model what a method's JSON body must be; of a method that takes no body, what it answers. */
export function describeWith(transaction: EditorTransaction, id: RecordId, place: MethodPlace): void {
  if (takesBody(place.method)) describeBodyWith(transaction, id, place)
  else describeAnswerWith(transaction, id, place)
}

/** Makes a model what a method's JSON body must be. Other media types that it takes stay as they are. */
export function describeBodyWith(
  transaction: EditorTransaction,
  id: RecordId,
  { method, definition }: MethodPlace,
): void {
  const model = transaction.get(id)
  if (model?.kind !== 'model') return
  const requestBody = describedBy(definition, method.requestBody, model.name)
  transaction.put({ ...method, requestBody })
}

/** Makes a model the JSON of an answer: of the first that nothing is said of yet, or of the one that means success. */
export function describeAnswerWith(
  transaction: EditorTransaction,
  id: RecordId,
  { method, definition }: MethodPlace,
): void {
  const model = transaction.get(id)
  if (model?.kind !== 'model') return
  const responses = method.responses ?? {}
  const statuses = Object.keys(responses)
  // What is answered without a body is known by its number.
  const withBodies = statuses.filter((status) => status !== '204' && status !== '304')
  const success =
    withBodies.find((status) => status.startsWith('2')) ?? (statuses.includes('default') ? 'default' : '200')
  const isFree = (status: string) => !hasContent(definition, responses[status])
  const status = [success, ...withBodies].find(isFree) ?? success
  const own = contentHolder(definition, responses[status])
  const answer = { description: '', ...describedBy(definition, own, model.name) }
  transaction.put({ ...method, responses: { ...responses, [status]: answer } })
}
