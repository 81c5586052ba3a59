import type { Json, JsonObject } from '@penstock/model'
import { operationKeys } from '../import/paths.ts'
import { isObject } from '../json.ts'
import { mapValues } from './from-swagger2.ts'

/** Every parameter object of paths, operations and components. */
export function mapParameters(document: JsonObject, map: (parameter: JsonObject) => JsonObject): JsonObject {
  const list = (value: Json) =>
    Array.isArray(value) ? value.map((item) => (isObject(item) ? map(item) : item)) : value
  const operation = (value: Json) => (isObject(value) ? mapMember(value, 'parameters', list) : value)
  const item = (value: Json) => {
    if (!isObject(value)) return value
    return mapValues(value, (member, key) =>
      key === 'parameters' ? list(member) : key in operationKeys ? operation(member) : member,
    )
  }
  const named = (value: Json) =>
    isObject(value) ? mapValues(value, (entry) => (isObject(entry) ? map(entry) : entry)) : value
  const paths = mapMember(document, 'paths', (value) => (isObject(value) ? mapValues(value, item) : value))
  return mapMember(paths, 'components', (value) =>
    isObject(value) ? mapMember(value, 'parameters', named) : value,
  )
}

export function mapMember(object: JsonObject, key: string, map: (value: Json) => Json): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined
  return value === undefined ? object : { ...object, [key]: map(value) }
}
