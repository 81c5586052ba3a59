import type { Api, Json } from '@penstock/model'
import { isObject } from '../is-object.ts'

/** The drafts of JSON Schema by the year of their rules: 4 (also OpenAPI 2.0, 3.0 and Amazon's models), 7 (and 6), 2020 (and 2019). */
export type Draft = 4 | 7 | 2020

/** What the schema itself says, else what the API's document means. */
export function draftOf(schema: Json, api: Api): Draft {
  const said = isObject(schema) ? schema['$schema'] : undefined
  if (typeof said === 'string') {
    if (/draft-0?[34]\b/.test(said)) return 4
    if (/draft-0?[67]\b/.test(said)) return 7
    return 2020
  }
  return api.dialect === 'oas30' || api.dialect === 'swagger2' ? 4 : 2020
}
