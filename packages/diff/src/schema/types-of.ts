import type { Json, JsonObject } from '@penstock/model'
import type { Effect } from '../delta.ts'

/** The JSON types that a schema allows; undefined: any. `nullable` (3.0) counts as the type `null`. */
export function typesOf(schema: JsonObject): Set<string> | undefined {
  const { type } = schema
  const listed =
    typeof type === 'string'
      ? [type]
      : Array.isArray(type)
        ? type.filter((name) => typeof name === 'string')
        : implied(schema)
  if (!listed) return undefined
  return new Set(schema['nullable'] === true ? [...listed, 'null'] : listed)
}

function implied(schema: JsonObject): string[] | undefined {
  if ('properties' in schema) return ['object']
  return 'items' in schema ? ['array'] : undefined
}

/** What going from one set of types to the other does; undefined when it does nothing. */
export function typeEffect(from: Set<string> | undefined, to: Set<string> | undefined): Effect | undefined {
  const [kept, covered] = [includes(to, from), includes(from, to)]
  if (kept && covered) return undefined
  return kept ? 'widened' : covered ? 'narrowed' : 'changed'
}

/** Whether everything that `inner` allows, `outer` allows. Each integer is a number. */
function includes(outer: Set<string> | undefined, inner: Set<string> | undefined): boolean {
  if (!outer) return true
  return (
    inner !== undefined &&
    [...inner].every((type) => outer.has(type) || (type === 'integer' && outer.has('number')))
  )
}

/** The types that are in both lists. Each integer is a number. */
export function intersectTypes(a: readonly Json[], b: readonly Json[]): Set<Json> {
  const isIn = (list: readonly Json[], type: Json) =>
    list.includes(type) || (type === 'integer' && list.includes('number'))
  return new Set([...a.filter((type) => isIn(b, type)), ...b.filter((type) => isIn(a, type))])
}

export function nameTypes(types: Set<string> | undefined): string {
  if (types?.size === 0) return 'nothing'
  return types ? [...types].sort().join(' or ') : 'anything'
}

/** Whether two sets of types differ in `null` alone. */
export function isOnlyNull(from: Set<string> | undefined, to: Set<string> | undefined): boolean {
  if (!from || !to || from.has('null') === to.has('null')) return false
  const others = (types: Set<string>) => [...types].filter((type) => type !== 'null').sort()
  return others(from).join() === others(to).join()
}
