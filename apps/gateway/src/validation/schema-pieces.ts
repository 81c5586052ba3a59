import type { AnySchema } from './schema-engine.ts'

type Written = Readonly<Record<string, unknown>>

/** Schemas within one that are compiled at once; about as many take a millisecond or two. */
const pieceMax = 12

const single = [
  'items',
  'additionalProperties',
  'not',
  'contains',
  'propertyNames',
  'if',
  'then',
  'else',
] as const
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const
const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const

/**
 * A schema as several small ones that refer to each other and together say the same, since the engine can't be
 * interrupted while it compiles one: the first is the schema itself, the others are those that were taken out.
 */
export function inPieces(key: string, schema: AnySchema): Map<string, AnySchema> {
  const pieces = new Map<string, AnySchema>()
  const takeOut = (piece: Written): Written => {
    // Names of a bundle's schemas begin with the section that they stand in, so none begins with a number.
    const name = `${pieces.size} ${key}`
    pieces.set(name, piece)
    return { $ref: name }
  }

  /** The schema with what is too large in it taken out, and how many schemas it still holds. */
  const lightened = (whole: unknown): { schema: unknown; weight: number } => {
    if (typeof whole !== 'object' || whole === null) return { schema: whole, weight: 0 }
    const out: Record<string, unknown> = { ...whole }
    let weight = 1
    const inner = (held: unknown): unknown => {
      const part = lightened(held)
      if (weight + part.weight <= pieceMax || part.weight < 2) {
        weight += part.weight
        return part.schema
      }
      weight += 1
      return takeOut(part.schema as Written)
    }
    for (const name of single) if (name in out) out[name] = inner(out[name])
    for (const name of lists) if (Array.isArray(out[name])) out[name] = out[name].map(inner)
    for (const name of maps)
      if (out[name] !== undefined)
        out[name] = Object.fromEntries(
          Object.entries(out[name] as Written).map(([each, held]) => [each, inner(held)]),
        )
    const members = Object.entries((out['properties'] as Written | undefined) ?? {})
    // `additionalProperties` looks at the names beside it.
    if (members.length <= pieceMax || out['additionalProperties'] !== undefined)
      return { schema: out, weight }
    delete out['properties']
    const parts: Written[] = []
    for (let i = 0; i < members.length; i += pieceMax)
      parts.push(takeOut({ properties: Object.fromEntries(members.slice(i, i + pieceMax)) }))
    out['allOf'] = [...((out['allOf'] as Written[] | undefined) ?? []), ...parts]
    return { schema: out, weight: weight - members.length + parts.length }
  }

  const { schema: first } = lightened(schema)
  return new Map([[key, first as AnySchema], ...pieces])
}
