import type { Json, JsonObject, RecordId } from '@penstock/model'
import { documentationKey } from '../ids.ts'
import { isBoolean, isObject, isString, own } from '../json.ts'
import { Members } from '../members.ts'
import { addRecord, type ImportScope } from './scope.ts'

export const validatorsExtension = 'x-amazon-apigateway-request-validators'
export const gatewayResponsesExtension = 'x-amazon-apigateway-gateway-responses'
export const documentationExtension = 'x-amazon-apigateway-documentation'

/** In the api record's rest, below the documentation extension: ids of the parts in the document's order. */
export const partOrderHint = 'x-penstock-order'

/** `x-amazon-apigateway-request-validators` → records; answers name → id. */
export function readValidators(scope: ImportScope, members: Members): Map<string, RecordId> {
  const ids = new Map<string, RecordId>()
  for (const [name, value] of members.entries(validatorsExtension, isObject)) {
    const parts = new Members(value)
    const id = scope.id('validator', name)
    addRecord(scope, {
      kind: 'validator',
      id,
      name,
      validateRequestBody: parts.take('validateRequestBody', isBoolean) ?? false,
      validateRequestParameters: parts.take('validateRequestParameters', isBoolean) ?? false,
      rest: parts.rest(),
    })
    ids.set(name, id)
  }
  return ids
}

/** `x-amazon-apigateway-gateway-responses` → records. */
export function readGatewayResponses(scope: ImportScope, members: Members): void {
  for (const [responseType, value] of members.entries(gatewayResponsesExtension, isObject)) {
    const parts = new Members(value)
    const status = parts.peek('statusCode')
    if (isString(status)) parts.drop('statusCode')
    addRecord(scope, {
      kind: 'gatewayResponse',
      id: scope.id('gatewayResponse', responseType),
      responseType,
      statusCode: isString(status) || typeof status === 'number' ? String(status) : undefined,
      responseParameters: parts.split('responseParameters', isString),
      responseTemplates: parts.split('responseTemplates', isString),
      rest: parts.rest(),
    })
  }
}

/** `x-amazon-apigateway-documentation` → one record per part; its version and the parts' order stay in the rest. */
export function readDocumentation(scope: ImportScope, members: Members): void {
  const value = members.peek(documentationExtension)
  if (!isObject(value)) return
  const parts = own(value, 'documentationParts')
  if (!Array.isArray(parts) || !parts.every(isPart)) return
  const ids = parts.map(({ location }) => scope.id('documentation', documentationKey(location)))
  // The same location twice has no record for each: the extension then stays as it is.
  if (new Set(ids).size < ids.length) return
  parts.forEach(({ location, properties }, index) => {
    addRecord(scope, { kind: 'documentation', id: ids[index]!, location, properties })
  })
  const { documentationParts: _, ...others } = value
  members.drop(documentationExtension)
  members.restore(documentationExtension, { ...others, [partOrderHint]: ids })
}

function isPart(value: unknown): value is { location: JsonObject; properties: Json } & JsonObject {
  if (!isObject(value) || Object.keys(value).length !== 2) return false
  return isObject(value['location']) && value['properties'] !== undefined
}
