import { newId, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { freeName } from './free-name.ts'
import { answerWith } from './stand-in.ts'

/** An integration that calls an action of an Amazon service, named as Amazon names it. Which one is for a person to say. */
export function addCloudService(transaction: EditorTransaction, at: RecordId | null): RecordId {
  const id = newId('integration')
  transaction.put({
    kind: 'integration',
    id,
    name: freeName(transaction.all(), 'integration', 'Cloud service', ' '),
    type: 'aws',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:us-east-1:sqs:action/SendMessage',
    responses: { default: { statusCode: '200' } },
  })
  if (at !== null) answerWith(transaction, at, id)
  return id
}
