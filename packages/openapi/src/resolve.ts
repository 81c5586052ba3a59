import type { Json, JsonObject } from '@penstock/model'
import { isObject, own } from './json.ts'
import { tokensOf } from './pointer.ts'

/** Follows `$ref`s inside the document, at most 32; external, missing and circular ones come back as they are. */
export function resolveReference(document: JsonObject, value: JsonObject): JsonObject {
  let current = value
  for (let hops = 0; hops < 32; hops++) {
    const reference = own(current, '$ref')
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return current
    const target = at(document, tokensOf(reference.slice(1)))
    if (!isObject(target)) return value
    current = target
  }
  return value
}

/** The value below these tokens; undefined when there is none. */
export function at(root: Json | undefined, tokens: readonly string[]): Json | undefined {
  let current = root
  for (const token of tokens) {
    if (Array.isArray(current)) current = /^(0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined
    else if (isObject(current)) current = own(current, token)
    else return undefined
  }
  return current
}
