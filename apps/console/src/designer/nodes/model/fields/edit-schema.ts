import type { Json, JsonObject } from '@penstock/model'
import type { SchemaPath } from './schema-rows.ts'
import { isObject, type PropertyType } from './schema-shape.ts'

/*
 * Edits of an object schema, each the least of it: what is not named stays as it was, and where it was. `object` is the
 * path of the object whose property it is about.
 */

/** A change of a schema. */
export type SchemaEdit = (schema: Json) => Json

export function addProperty(schema: Json, object: SchemaPath, name: string): Json {
  return at(schema, object, (holder) => {
    const { properties } = holder
    return {
      ...holder,
      properties: { ...(isObject(properties) ? properties : {}), [name]: { type: 'string' } },
    }
  })
}

export function renameProperty(schema: Json, object: SchemaPath, from: string, to: string): Json {
  return at(schema, object, (holder) =>
    withRequired(
      withProperties(holder, (entries) => entries.map(([name, value]) => [name === from ? to : name, value])),
      (names) => names.map((name) => (name === from ? to : name)),
    ),
  )
}

export function removeProperty(schema: Json, object: SchemaPath, name: string): Json {
  return at(schema, object, (holder) =>
    withRequired(
      withProperties(holder, (entries) => entries.filter(([each]) => each !== name)),
      (names) => names.filter((each) => each !== name),
    ),
  )
}

export function requireProperty(schema: Json, object: SchemaPath, name: string, isRequired: boolean): Json {
  return at(schema, object, (holder) => {
    if (isRequired && !Array.isArray(holder['required'])) return { ...holder, required: [name] }
    return withRequired(holder, (names) => {
      const others = names.filter((each) => each !== name)
      return isRequired ? [...names.filter((each) => each !== name), name] : others
    })
  })
}

/** The type of what stands at a path; a value that may be null still may. A list has to say of what: any values. */
export function typeProperty(schema: Json, path: SchemaPath, type: PropertyType): Json {
  return at(schema, path, (property) => {
    const said = property['type']
    const next = Array.isArray(said) && said.includes('null') ? [type, 'null'] : type
    return {
      ...property,
      type: next,
      ...(type === 'array' && property['items'] === undefined ? { items: {} } : {}),
    }
  })
}

/** The schema with the object at a path changed; the same where there is none. */
function at(schema: Json, path: SchemaPath, change: (holder: JsonObject) => JsonObject): Json {
  const [key, ...rest] = path
  // Any value: a schema that says nothing.
  if (key === undefined && schema === true) return change({})
  if (!isObject(schema)) return schema
  if (key === undefined) return change(schema)
  const inner = schema[key]
  return inner === undefined ? schema : { ...schema, [key]: at(inner, rest, change) }
}

type Entries = readonly (readonly [string, Json])[]

function withProperties(holder: JsonObject, change: (entries: Entries) => Entries): JsonObject {
  const { properties } = holder
  if (!isObject(properties)) return holder
  return { ...holder, properties: Object.fromEntries(change(Object.entries(properties))) }
}

/** A list of none is left out: older versions of JSON Schema know no empty one. */
function withRequired(holder: JsonObject, change: (names: readonly Json[]) => readonly Json[]): JsonObject {
  const { required, ...others } = holder
  if (!Array.isArray(required)) return holder
  const names = change(required)
  return names.length === 0 ? others : { ...holder, required: [...names] }
}
