import type { Integration, IntegrationResponse, Json, JsonObject, RecordId } from '@penstock/model'
import { isInteger, isObject, isString, textOf } from '../json.ts'
import { Members } from '../members.ts'
import { addRecord, type ImportScope, reportRest } from './scope.ts'

export const integrationExtension = 'x-amazon-apigateway-integration'

const types = ['mock', 'http', 'http_proxy', 'aws', 'aws_proxy'] as const
const passthrough = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const
const contentHandling = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const

const vpcLink =
  'Amazon VPC links do not exist here: calls are refused until the integration points at an upstream with targets, the places where the private backend runs.'

const reasons: Readonly<Record<string, string>> = {
  credentials: 'A role of Amazon IAM; the gateway calls Amazon with the credentials of its own environment.',
  connectionType: vpcLink,
  connectionId: vpcLink,
  responseTransferMode: 'Answers of HTTP services are sent on as they come in either mode.',
}

/** Everything of an integration record but its identity; undefined when the type is missing or unknown. */
export function readIntegration(value: JsonObject): Omit<Integration, 'kind' | 'id'> | undefined {
  const members = new Members(value)
  const type = members.spelt('type', types)
  if (type === undefined) return undefined
  return {
    type,
    httpMethod: members.take('httpMethod', isString),
    uri: members.take('uri', isString),
    payloadFormatVersion: members.spelt('payloadFormatVersion', ['1.0', '2.0']),
    timeoutMs: members.take('timeoutInMillis', isInteger),
    requestParameters: members.split('requestParameters', isString),
    requestTemplates: members.split('requestTemplates', isString),
    passthroughBehavior: members.spelt('passthroughBehavior', passthrough, (name) => name.toLowerCase()),
    contentHandling: members.spelt('contentHandling', contentHandling),
    responses: readResponses(members),
    insecureSkipVerification: readTls(members),
    responseTransferMode: readTransferMode(members),
    rest: members.rest(),
  }
}

/** Adds the record and its lines in the report. */
export function addIntegration(
  scope: ImportScope,
  id: RecordId,
  body: Omit<Integration, 'kind' | 'id'>,
  pointer: string,
): Integration {
  // Which action of an Amazon service is called, and what tells cached answers apart: kept among the rest, and carried out.
  const {
    integrationSubtype: _,
    cacheKeyParameters: _key,
    cacheNamespace: _namespace,
    responseTransferMode,
    ...others
  } = body.rest ?? {}
  // What HTTP services answer is streamed here whatever is written.
  const isHeeded =
    responseTransferMode === undefined ||
    (isBuffered(responseTransferMode) ? body.type !== 'http_proxy' : body.responseTransferMode !== undefined)
  const kept = isHeeded ? others : { ...others, responseTransferMode }
  reportRest(scope, pointer, kept, reasons)
  return addRecord(scope, { kind: 'integration', id, ...body })
}

function readResponses(members: Members): Integration['responses'] {
  const found = members.split('responses', isReadableResponse)
  if (!found) return undefined
  const out: Record<string, IntegrationResponse> = {}
  for (const [pattern, value] of Object.entries(found)) out[pattern] = readResponse(value)
  return out
}

function isReadableResponse(value: unknown): value is JsonObject {
  return isObject(value) && (isString(value['statusCode']) || typeof value['statusCode'] === 'number')
}

function readResponse(value: JsonObject): IntegrationResponse {
  const members = new Members(value)
  const written = members.peek('statusCode')
  if (isString(written)) members.drop('statusCode')
  return {
    statusCode: textOf(written),
    ...defined({
      responseParameters: members.split('responseParameters', isString),
      responseTemplates: members.split('responseTemplates', isString),
      contentHandling: members.spelt('contentHandling', contentHandling),
      rest: members.rest(),
    }),
  }
}

/** What says no more than its absence stays as it is written. */
function readTransferMode(members: Members): 'STREAM' | undefined {
  return members.spelt('responseTransferMode', ['STREAM'])
}

function isBuffered(value: Json | undefined): boolean {
  return typeof value === 'string' && value.toUpperCase() === 'BUFFERED'
}

function readTls(members: Members): boolean | undefined {
  const tls = members.peek('tlsConfig')
  if (!isObject(tls) || tls['insecureSkipVerification'] !== true) return undefined
  members.split(
    'tlsConfig',
    (value, name): value is Json => value === true && name === 'insecureSkipVerification',
  )
  return true
}

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
