import type { Json, JsonObject } from '@penstock/model'
import { listOf } from '../openapi/read.ts'
import { said } from './schema-parts.ts'

/** What a schema asks of a value beyond its type, each in a few words. */
export function factsOf(parts: readonly JsonObject[]): string[] {
  const number = (key: string) => {
    const value = said(parts, key)
    return typeof value === 'number' ? value : undefined
  }
  const facts: string[] = []
  const low = said(parts, 'exclusiveMinimum')
  const high = said(parts, 'exclusiveMaximum')
  // A number of its own in JSON Schema 2020-12, a flag beside `minimum` in OpenAPI 3.0 and 2.0.
  if (typeof low === 'number') facts.push(`> ${low}`)
  else if (number('minimum') !== undefined) facts.push(`${low === true ? '>' : '≥'} ${number('minimum')}`)
  if (typeof high === 'number') facts.push(`< ${high}`)
  else if (number('maximum') !== undefined) facts.push(`${high === true ? '<' : '≤'} ${number('maximum')}`)
  if (number('multipleOf') !== undefined) facts.push(`multiple of ${number('multipleOf')}`)
  facts.push(...range(number('minLength'), number('maxLength'), 'character', 'characters'))
  facts.push(...range(number('minItems'), number('maxItems'), 'item', 'items'))
  facts.push(...range(number('minProperties'), number('maxProperties'), 'property', 'properties'))
  if (said(parts, 'uniqueItems') === true) facts.push('no item twice')
  const pattern = said(parts, 'pattern')
  if (typeof pattern === 'string') facts.push(`like ${pattern}`)
  const preset = said(parts, 'default')
  if (preset !== undefined) facts.push(`default ${JSON.stringify(preset)}`)
  if (said(parts, 'readOnly') === true) facts.push('read only')
  if (said(parts, 'writeOnly') === true) facts.push('write only')
  return facts
}

/** Values that are allowed, of the schema or, for a list, of its items. */
export function valuesOf(parts: readonly JsonObject[]): readonly Json[] {
  const items = said(parts, 'items')
  const own = listOf(said(parts, 'enum'))
  if (own.length > 0 || typeof items !== 'object' || items === null || Array.isArray(items)) return own
  return listOf(items['enum'])
}

function range(low: number | undefined, high: number | undefined, one: string, many: string): string[] {
  const unit = (count: number) => (count === 1 ? one : many)
  if (low !== undefined && low > 0 && high !== undefined)
    return [low === high ? `${low} ${unit(low)}` : `${low} to ${high} ${unit(high)}`]
  if (low !== undefined && low > 0) return [`at least ${low} ${unit(low)}`]
  return high === undefined ? [] : [`at most ${high} ${unit(high)}`]
}
