import type { Json, JsonObject } from '@penstock/model'
import { isObject, put } from '../json.ts'

/** The value with every `$ref` text replaced; parts without one are shared, not copied. */
export function mapReferences<T extends Json>(value: T, replace: (reference: string) => string): T {
  return walk(value, replace) as T
}

function walk(value: Json, replace: (reference: string) => string): Json {
  if (Array.isArray(value)) {
    let out: Json[] | undefined
    for (let i = 0; i < value.length; i++) {
      const item = walk(value[i]!, replace)
      if (item !== value[i] && !out) out = value.slice(0, i)
      out?.push(item)
    }
    return out ?? value
  }
  if (!isObject(value)) return value
  let out: JsonObject | undefined
  for (const key of Object.keys(value)) {
    const before = value[key]!
    const after = key === '$ref' && typeof before === 'string' ? replace(before) : walk(before, replace)
    if (after !== before && !out) {
      out = {}
      for (const done of Object.keys(value)) {
        if (done === key) break
        put(out, done, value[done]!)
      }
    }
    if (out) put(out, key, after)
  }
  return out ?? value
}

const prefixes: readonly (readonly [swagger2: string, openapi3: string])[] = [
  ['#/definitions/', '#/components/schemas/'],
  ['#/parameters/', '#/components/parameters/'],
  ['#/responses/', '#/components/responses/'],
]

export function referenceFromSwagger2(reference: string): string {
  const found = prefixes.find(([from]) => reference.startsWith(from))
  return found ? found[1] + reference.slice(found[0].length) : reference
}

export function referenceToSwagger2(reference: string): string {
  const found = prefixes.find(([, to]) => reference.startsWith(to))
  if (found) return found[0] + reference.slice(found[1].length)
  const body = '#/components/requestBodies/'
  return reference.startsWith(body) ? `#/parameters/${reference.slice(body.length)}` : reference
}
