import type { Json, JsonObject } from '@penstock/model'
import { isObject, isPlainObject, type SchemaShape, shapeOf } from './schema-shape.ts'

/** Where in a schema another one stands: keywords and names from its root. */
export type SchemaPath = readonly string[]

/** A path as one text, which no other path is. */
export function pointerOf(path: SchemaPath): string {
  return path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
}

/** A property of an object, as a line of its list. */
export interface PropertyRow extends SchemaShape {
  readonly name: string
  /** Of its schema. */
  readonly path: SchemaPath
  readonly isRequired: boolean
  readonly description: string | null
  /** The object that stands in it, in a list where it is one: with properties of its own. */
  readonly inner: ObjectRows | null
}

/** The properties of one object. */
export interface ObjectRows {
  /** Of the object's schema. */
  readonly path: SchemaPath
  readonly rows: readonly PropertyRow[]
}

/** Objects in objects further in are in the text alone. */
const deepest = 6

/** The properties of a plain object schema, with those of objects in it; null for any other schema. */
export function objectRows(schema: Json, path: SchemaPath = [], depth = 0): ObjectRows | null {
  if (!isPlainObject(schema)) return null
  const { properties, required } = schema
  const needed = new Set(Array.isArray(required) ? required : [])
  const rows = Object.entries(isObject(properties) ? properties : {}).map(([name, property]): PropertyRow => {
    const own = [...path, 'properties', name]
    const shape = shapeOf(property)
    return {
      ...shape,
      name,
      path: own,
      isRequired: needed.has(name),
      description: descriptionOf(property),
      inner: depth < deepest ? innerRows(property, own, depth + 1) : null,
    }
  })
  return { path, rows }
}

function innerRows(property: Json, path: SchemaPath, depth: number): ObjectRows | null {
  if (!isObject(property)) return null
  const { type, items } = property
  if (type === 'array' && items !== undefined) return objectRows(items, [...path, 'items'], depth)
  return objectRows(property, path, depth)
}

function descriptionOf(property: Json): string | null {
  const description = (isObject(property) ? property : ({} as JsonObject))['description']
  return typeof description === 'string' && description !== '' ? description : null
}
