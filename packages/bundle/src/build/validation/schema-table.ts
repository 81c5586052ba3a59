import { createHash } from 'node:crypto'
import { canonicalJson, type Json, type JsonObject, type Location } from '@penstock/model'
import type { Bundle } from '../../schema.ts'
import { type BuildContext, warning } from '../context.ts'
import { isObject } from '../is-object.ts'
import { draftOf } from './drafts.ts'
import { normalise } from './normalise.ts'
import { resolveSchema, type SchemaPlace } from './resolve-schema.ts'

interface Normalised {
  readonly schema: boolean | JsonObject
  /** Each reference in it and the key that it led to. */
  readonly refs: ReadonlyMap<string, string | undefined>
  readonly problems: readonly string[]
}

/** What did not change since the last build is not read again: by the schema's own object, then by how it was read. */
const kept = new WeakMap<object, Map<string, Normalised>>()

/** Every schema that a bundle needs, once, by a name that says where it stands: `schemas/Pet#/properties/owner`. */
export class SchemaTable {
  readonly #context: BuildContext
  readonly #schemas = new Map<string, boolean | JsonObject>()

  constructor(context: BuildContext) {
    this.#context = context
  }

  /** Undefined when nothing is held against a schema. */
  get schemas(): Bundle['schemas'] {
    return this.#schemas.size === 0 ? undefined : Object.fromEntries(this.#schemas)
  }

  /** The key of a schema, which with all that it leads to is in the table from now on. `location` is where it stands. */
  keyOf(schema: Json, location: Location): string {
    const inline: SchemaPlace = {
      key: inlineKey(schema),
      base: inlineKey(schema),
      root: schema,
      value: schema,
      record: null,
    }
    const ref = isObject(schema) && Object.keys(schema).length === 1 ? schema['$ref'] : undefined
    const start = (typeof ref === 'string' && resolveSchema(ref, inline, this.#context.definition)) || inline
    const waiting = [start]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (this.#schemas.has(place.key)) continue
      const { schema: normalised, refs, problems } = this.#normalised(place)
      this.#schemas.set(place.key, normalised)
      for (const problem of problems) this.#report(problem, place, location)
      for (const each of refs.keys()) {
        const next = resolveSchema(each, place, this.#context.definition)
        if (next) waiting.push(next)
      }
    }
    return start.key
  }

  #normalised(place: SchemaPlace): Normalised {
    const { api, definition } = this.#context
    const amazon = api.compatibility === 'aws'
    const draft = draftOf(
      isObject(place.root) ? (place.root['$schema'] ? place.root : place.value) : true,
      api,
    )
    const cacheKey = `${draft} ${amazon} ${place.base}`
    const known = isObject(place.value) ? kept.get(place.value) : undefined
    const found = known?.get(cacheKey)
    const holds = ([ref, key]: [string, string | undefined]) =>
      resolveSchema(ref, place, definition)?.key === key
    if (found && [...found.refs].every(holds)) return found
    const refs = new Map<string, string | undefined>()
    const problems: string[] = []
    const schema = normalise(place.value, {
      draft,
      amazon,
      resolve(ref) {
        const key = resolveSchema(ref, place, definition)?.key
        refs.set(ref, key)
        return key
      },
      found: (problem) => problems.push(problem),
    })
    const made = { schema, refs, problems }
    if (isObject(place.value)) {
      if (known) known.set(cacheKey, made)
      else kept.set(place.value, new Map([[cacheKey, made]]))
    }
    return made
  }

  /** Once for each schema, where it is written: at its model, or at what holds it. */
  #report(problem: string, { record }: SchemaPlace, location: Location): void {
    const at = record ? { record: record.id, path: [record.kind === 'model' ? 'schema' : 'value'] } : location
    const message = `A part of this schema is not checked: ${problem}.`
    this.#context.report(warning('schema-not-checked', message, at))
  }
}

/** Schemas that stand in a method have no name; equal ones have one key. */
function inlineKey(schema: Json): string {
  if (!isObject(schema)) return `inline/${JSON.stringify(schema)}`
  let key = inlineKeys.get(schema)
  if (key === undefined) {
    const hash = createHash('sha256').update(canonicalJson(schema)).digest('base64url')
    inlineKeys.set(schema, (key = `inline/${hash.slice(0, 16)}`))
  }
  return key
}

const inlineKeys = new WeakMap<object, string>()
