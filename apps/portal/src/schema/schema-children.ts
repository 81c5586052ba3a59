import type { Json } from '@penstock/model'
import { listOf, objectOf } from '../openapi/read.ts'
import { partsOf } from './schema-parts.ts'
import { follow, type Schemas } from './schema-ref.ts'

/** One line below a schema. */
export interface SchemaChild {
  readonly kind: 'property' | 'items' | 'option' | 'additional' | 'pattern' | 'rest'
  /** Name of the property, or what the line is in words. */
  readonly label: string
  readonly schema: Json
  readonly required: boolean
}

/** What a reader finds on opening a schema: its properties, items or alternatives. One level, so cycles do no harm. */
export function childrenOf(schema: Json, schemas: Schemas): SchemaChild[] {
  const named = new Set<string>()
  return new Reader(schemas).children(schema).filter(({ kind, label }) => {
    const isFirst = kind !== 'property' || !named.has(label)
    named.add(label)
    return isFirst
  })
}

class Reader {
  private readonly schemas: Schemas
  /** Lists of lists of themselves are opened once. */
  private readonly opened = new Set<Json>()

  constructor(schemas: Schemas) {
    this.schemas = schemas
  }

  children(schema: Json): SchemaChild[] {
    const { parts, missing } = partsOf(schema, this.schemas)
    if (parts[0] && this.opened.has(parts[0])) return []
    if (parts[0]) this.opened.add(parts[0])
    const required = new Set(parts.flatMap((part) => listOf(part['required'])))
    const children: SchemaChild[] = []
    for (const part of parts)
      for (const [name, property] of Object.entries(objectOf(part['properties']) ?? {}))
        children.push({ kind: 'property', label: name, schema: property, required: required.has(name) })
    for (const part of parts) {
      for (const [pattern, property] of Object.entries(objectOf(part['patternProperties']) ?? {}))
        children.push(line('pattern', `names like ${pattern}`, property))
      if (objectOf(part['additionalProperties']))
        children.push(line('additional', 'any other name', part['additionalProperties']!))
      children.push(...this.items(part['items'], listOf(part['prefixItems'])))
      for (const key of ['oneOf', 'anyOf'] as const) children.push(...this.options(part[key]))
    }
    for (const name of missing) children.push(line('rest', `everything of ${name}`, refTo(name)))
    return children
  }

  /** The items of a list are open to their properties at once: one level less to click through. */
  private items(items: Json | undefined, prefix: Json[]): SchemaChild[] {
    const places = (Array.isArray(items) ? items : prefix).map((one, index) =>
      line('items', `item ${index + 1}`, one),
    )
    if (!objectOf(items)) return places
    if (places.length > 0 || follow(items!, this.schemas).missing !== null)
      return [...places, line('items', 'each item', items!)]
    return this.children(items!)
  }

  /** `null` is no alternative but an "or null" in the type, and a single alternative is the schema itself. */
  private options(value: Json | undefined): SchemaChild[] {
    const options = listOf(value).filter((option) => objectOf(option)?.['type'] !== 'null')
    if (options.length === 1) return this.children(options[0]!)
    if (!options.some((option) => this.saysMore(option))) return []
    return options.map((option, index) => line('option', `option ${index + 1}`, option))
  }

  /** Whether an alternative says more than its type, which the line above shows already. */
  private saysMore(schema: Json): boolean {
    const { parts, missing } = partsOf(schema, this.schemas)
    const more = ['properties', 'items', 'oneOf', 'anyOf', 'description', 'title', 'enum', 'pattern']
    return missing.length > 0 || parts.some((part) => more.some((key) => part[key] !== undefined))
  }
}

function line(kind: SchemaChild['kind'], label: string, schema: Json): SchemaChild {
  return { kind, label, schema, required: false }
}

function refTo(name: string): Json {
  const token = encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))
  return { $ref: `#/components/schemas/${token}` }
}
