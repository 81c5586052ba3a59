import { type Api, type Definition, type Json, type JsonObject, recordsOf } from '@penstock/model'
import { documentationKey } from '../ids.ts'
import {
  documentationExtension,
  gatewayResponsesExtension,
  partOrderHint,
  validatorsExtension,
} from '../import/amazon.ts'
import { isObject, put, putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import { byName } from './order.ts'
import type { WriteScope } from './write-scope.ts'

/** What Amazon says of an API at the document's root. */
export function writeAmazonRoot(scope: WriteScope, out: JsonObject): void {
  const { api, definition } = scope
  putIf(out, 'x-amazon-apigateway-api-key-source', api.apiKeySource)
  putIf(out, 'x-amazon-apigateway-binary-media-types', api.binaryMediaTypes)
  putIf(out, 'x-amazon-apigateway-minimum-compression-size', api.minimumCompressionSize)
  if (api.cors) {
    const { maxAgeSeconds, ...cors } = api.cors
    out['x-amazon-apigateway-cors'] = maxAgeSeconds === undefined ? cors : { ...cors, maxAge: maxAgeSeconds }
  }
  putIf(out, validatorsExtension, writeValidators(definition))
  putIf(out, 'x-amazon-apigateway-request-validator', scope.validatorName(api.validator))
  putIf(out, gatewayResponsesExtension, writeGatewayResponses(definition))
  putIf(out, documentationExtension, writeDocumentation(definition, api))
}

function writeValidators(definition: Definition): JsonObject | undefined {
  return section(
    [...recordsOf(definition, 'validator')],
    ({ name, validateRequestBody, validateRequestParameters, rest }) => [
      name,
      mergeRest({ validateRequestBody, validateRequestParameters }, rest),
    ],
  )
}

function writeGatewayResponses(definition: Definition): JsonObject | undefined {
  return section([...recordsOf(definition, 'gatewayResponse')], (response) => {
    const out: JsonObject = {}
    putIf(out, 'statusCode', response.statusCode)
    putIf(out, 'responseParameters', response.responseParameters)
    putIf(out, 'responseTemplates', response.responseTemplates)
    return [response.responseType, mergeRest(out, response.rest)]
  })
}

/** The parts in the order of the document they came from, new ones after them by location. */
function writeDocumentation(definition: Definition, api: Api): JsonObject | undefined {
  const parts = [...recordsOf(definition, 'documentation')]
  const kept = api.rest?.[documentationExtension]
  const order = isObject(kept) && Array.isArray(kept[partOrderHint]) ? kept[partOrderHint] : undefined
  if (parts.length === 0) return order ? { documentationParts: [] } : undefined
  const rank = new Map((order ?? []).map((id, index) => [id, index] as const))
  parts.sort((a, b) => {
    const byRank = (rank.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (rank.get(b.id) ?? Number.MAX_SAFE_INTEGER)
    return byRank || (documentationKey(a.location) < documentationKey(b.location) ? -1 : 1)
  })
  return { documentationParts: parts.map(({ location, properties }) => ({ location, properties })) }
}

function section<T>(records: readonly T[], write: (record: T) => [string, Json]): JsonObject | undefined {
  if (records.length === 0) return undefined
  const out: JsonObject = {}
  for (const [name, value] of byName(records.map(write))) put(out, name, value)
  return out
}
