import type { Json, JsonObject } from '@penstock/model'
import { isObject } from '../json.ts'
import { operationKeys } from '../import/paths.ts'
import type { Lost } from './convert-document.ts'

/** The parts of a 3.1 document outside its schemas in the words of 3.0. */
export function rootTo30(document: JsonObject, lost: Lost): JsonObject {
  const { webhooks, jsonSchemaDialect, ...out } = document
  if (webhooks !== undefined) lost('/webhooks', 'webhooks', 'OpenAPI 3.0')
  if (jsonSchemaDialect !== undefined) lost('/jsonSchemaDialect', 'jsonSchemaDialect', 'OpenAPI 3.0')
  const { info, components } = out
  if (isObject(info)) {
    const { summary, ...others } = info
    if (summary !== undefined) lost('/info/summary', 'info.summary', 'OpenAPI 3.0')
    const { license } = others
    if (isObject(license) && 'identifier' in license) {
      const { identifier: _, ...rest } = license
      lost('/info/license/identifier', 'license.identifier', 'OpenAPI 3.0')
      others['license'] = rest
    }
    out['info'] = others
  }
  if (isObject(components) && 'pathItems' in components) {
    const { pathItems: _, ...others } = components
    lost('/components/pathItems', 'components.pathItems', 'OpenAPI 3.0')
    out['components'] = others
  }
  out['paths'] = isObject(out['paths']) ? withResponses(out['paths']) : {}
  return out
}

/** OpenAPI 3.0 and 2.0 want responses of every operation, 3.1 does without. */
function withResponses(paths: JsonObject): JsonObject {
  const complete = (operation: Json) =>
    isObject(operation) && operation['responses'] === undefined
      ? { ...operation, responses: { default: { description: '' } } }
      : operation
  return mapValues(paths, (item) =>
    isObject(item)
      ? mapValues(item, (member, key) => (Object.hasOwn(operationKeys, key) ? complete(member) : member))
      : item,
  )
}

function mapValues(object: JsonObject, change: (value: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}
