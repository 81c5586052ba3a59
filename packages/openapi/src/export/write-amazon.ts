import { type Api, type Definition, type Json, type JsonObject, recordsOf } from '@penstock/model'
import { documentationKey } from '../ids.ts'
import { documentationExtension, partOrderHint } from '../import/amazon.ts'
import { isObject, put, putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import { byName } from './order.ts'

export function writeValidators(definition: Definition): JsonObject | undefined {
  return section(
    [...recordsOf(definition, 'validator')],
    ({ name, validateRequestBody, validateRequestParameters, rest }) => [
      name,
      mergeRest({ validateRequestBody, validateRequestParameters }, rest),
    ],
  )
}

export function writeGatewayResponses(definition: Definition): JsonObject | undefined {
  return section([...recordsOf(definition, 'gatewayResponse')], (response) => {
    const out: JsonObject = {}
    putIf(out, 'statusCode', response.statusCode)
    putIf(out, 'responseParameters', response.responseParameters)
    putIf(out, 'responseTemplates', response.responseTemplates)
    return [response.responseType, mergeRest(out, response.rest)]
  })
}

/** The parts in the order of the document they came from, new ones after them by location. */
export function writeDocumentation(definition: Definition, api: Api): JsonObject | undefined {
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
