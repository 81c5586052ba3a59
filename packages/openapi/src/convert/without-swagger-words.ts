import type { Json, JsonObject } from '@penstock/model'
import { operationKeys } from '../import/paths.ts'
import { isObject } from '../json.ts'
import { mapValues } from './from-swagger2.ts'
import { mapMember } from './map-parameters.ts'
import { swaggerHint } from './swagger2-hints.ts'

/** Without what only Swagger 2.0 says (media types have moved into bodies and responses) and without our notes. */
export function withoutSwaggerWords(document: JsonObject): JsonObject {
  const body = (value: Json): Json => {
    if (!isObject(value)) return value
    const { [swaggerHint]: _, ...others } = value
    return others
  }
  const operation = (value: Json): Json => {
    if (!isObject(value)) return value
    const { consumes: _, produces: __, schemes: ___, ...others } = value
    return mapMember(others, 'requestBody', body)
  }
  const item = (value: Json): Json =>
    isObject(value)
      ? mapValues(value, (member, key) => (key in operationKeys ? operation(member) : member))
      : value
  const { [swaggerHint]: _, consumes: __, produces: ___, ...root } = document
  const paths = mapMember(root, 'paths', (value) => (isObject(value) ? mapValues(value, item) : value))
  return mapMember(paths, 'components', (value) =>
    isObject(value)
      ? mapMember(value, 'requestBodies', (bodies) => (isObject(bodies) ? mapValues(bodies, body) : bodies))
      : value,
  )
}
