import type { SchemaSet } from './schema-set.ts'

type Written = Readonly<Record<string, unknown>>

/** More than this many schemas say nothing more about the kind of a value. */
const schemasMax = 200

/**
 * What kinds of value a schema speaks of, so that text can be read as one of them: a query says `7`, and only the schema
 * knows whether that is a number. References and all alternatives count.
 */
export class Shape {
  /** Types that are named; empty where any will do. */
  readonly types: ReadonlySet<string>
  readonly #set: SchemaSet
  readonly #schemas: readonly Written[]
  /** Shapes of the members that are described by name, once asked for, and of all others. */
  readonly #members = new Map<string, Shape>()
  #others: Shape | null = null
  #items: Shape | null = null
  #names: ReadonlySet<string> | null = null

  constructor(set: SchemaSet, schemas: readonly unknown[]) {
    this.#set = set
    this.#schemas = flat(set, schemas)
    this.types = new Set(this.#schemas.flatMap(typesOf))
  }

  static of(set: SchemaSet, key: string): Shape {
    return new Shape(set, [set.source(key)])
  }

  get items(): Shape {
    this.#items ??= new Shape(
      this.#set,
      this.#schemas.map((schema) => schema['items']),
    )
    return this.#items
  }

  /** Names of the members that are described. */
  get memberNames(): ReadonlySet<string> {
    this.#names ??= new Set(
      this.#schemas.flatMap((schema) => Object.keys((schema['properties'] as Written) ?? {})),
    )
    return this.#names
  }

  /** Whether members that are not named are described too. */
  get describesOthers(): boolean {
    return this.#schemas.some(
      ({ additionalProperties: others, patternProperties: patterns }) =>
        (typeof others === 'object' && others !== null) || patterns !== undefined,
    )
  }

  /** Callers choose the names: no work is done, and nothing is kept, for one that is not described. */
  member(name: string): Shape {
    if (!this.memberNames.has(name)) {
      this.#others ??= new Shape(
        this.#set,
        this.#schemas.map((schema) => schema['additionalProperties']),
      )
      return this.#others
    }
    let shape = this.#members.get(name)
    if (shape === undefined) {
      const said = this.#schemas.map((schema) => {
        const properties = schema['properties'] as Written | undefined
        return properties && Object.hasOwn(properties, name)
          ? properties[name]
          : schema['additionalProperties']
      })
      this.#members.set(name, (shape = new Shape(this.#set, said)))
    }
    return shape
  }

  /** Whether only a list will do, or one of the things that will. */
  get mayBeList(): boolean {
    return this.types.has('array')
  }

  get mayBeObject(): boolean {
    return this.types.has('object')
  }
}

const combined = ['allOf', 'anyOf', 'oneOf'] as const

/** The schemas, and those that they refer to or combine. */
function flat(set: SchemaSet, schemas: readonly unknown[]): Written[] {
  const found: Written[] = []
  const followed = new Set<string>()
  const waiting = [...schemas].reverse()
  while (waiting.length > 0 && found.length < schemasMax) {
    const schema = waiting.pop()
    if (typeof schema !== 'object' || schema === null) continue
    const written = schema as Written
    found.push(written)
    const ref = written['$ref']
    if (typeof ref === 'string' && !followed.has(ref)) {
      followed.add(ref)
      waiting.push(set.source(ref))
    }
    for (const name of combined) if (Array.isArray(written[name])) waiting.push(...written[name])
    waiting.push(written['then'], written['else'])
  }
  return found
}

function typesOf(schema: Written): string[] {
  const { type } = schema
  if (typeof type === 'string') return [type]
  if (Array.isArray(type)) return type.map(String)
  const values = Array.isArray(schema['enum']) ? schema['enum'] : 'const' in schema ? [schema['const']] : []
  if (values.length > 0) return values.map(typeOf)
  if (schema['properties'] !== undefined) return ['object']
  return schema['items'] === undefined ? [] : ['array']
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
