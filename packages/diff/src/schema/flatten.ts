import { type Definition, type Json, type JsonObject, resolveRef } from '@penstock/model'
import { isObject } from '../json.ts'
import { withoutWords } from '../operation/documentation-fields.ts'
import { inOneWay, merge, reachesOut } from './merge.ts'

/** References that both sides make, and where they lead: what changed behind them is told elsewhere. */
export interface SharedRefs {
  readonly refs: ReadonlySet<string>
  readonly definition: Definition
}

/**
 * One schema that says all that a value says: what stands beside its `$ref` (JSON Schema 2020-12, 7.7.1.1), where that
 * leads, and the members of its `allOf`, each written in one way. What can't be said in one is left in its `allOf`;
 * a reference comes in once, so models that are made of themselves end. Undefined: no schema, or it leads nowhere.
 */
export function flatten(
  value: Json | undefined,
  definition: Definition,
  shared?: SharedRefs,
): JsonObject | undefined {
  const seen = new Set<string>()
  const rest: Json[] = []
  let whole: JsonObject | undefined
  add(value, definition)
  if (rest.length === 0) return whole
  const [only] = rest
  const leadsNowhere = rest.length === 1 && (refOf(only) !== undefined || !isObject(only))
  return !whole && leadsNowhere ? undefined : { ...whole, allOf: rest }

  function add(part: Json | undefined, from: Definition): void {
    if (part === undefined || part === true) whole ??= {}
    else if (part === false) say({ not: {} })
    else if (!isObject(part) || (whole && reachesOut(part))) rest.push(part)
    else {
      const { $ref, allOf, ...own } = withoutWords(part) as JsonObject
      if (Object.keys(own).length > 0 || ($ref === undefined && allOf === undefined)) say(inOneWay(own))
      if (typeof $ref === 'string') follow($ref, from)
      if (Array.isArray(allOf)) for (const member of allOf) add(member, from)
    }
  }

  function say(part: JsonObject): void {
    whole = whole ? merge(whole, part, rest) : part
  }

  function follow(ref: string, from: Definition): void {
    if (seen.has(ref)) return
    seen.add(ref)
    const there = shared?.refs.has(ref) ? shared.definition : from
    const target = resolveRef(there, ref)
    if (target === undefined) rest.push({ $ref: ref })
    else add(target, there)
  }
}

/** What a schema refers to as a whole: its `$ref`, and those of the members of its `allOf`. */
export function* refsOfWhole(schema: Json | undefined): Generator<string> {
  const ref = refOf(schema)
  if (ref !== undefined) yield ref
  if (isObject(schema) && Array.isArray(schema['allOf']))
    for (const member of schema['allOf']) yield* refsOfWhole(member)
}

function refOf(schema: Json | undefined): string | undefined {
  return isObject(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined
}
