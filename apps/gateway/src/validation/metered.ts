import { _, type CodeKeywordDefinition, type KeywordCxt, Name } from 'ajv'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { Budget } from './budget.ts'

/**
 * What each keyword does for a value of its type, in units of a budget. Only those are here whose work grows with what
 * was sent; that of others is bounded by the schema. Patterns are counted where they are run (pattern.ts), and
 * `uniqueItems` where it compares.
 */
const costs: Readonly<Record<string, (data: unknown) => number>> = {
  items: itemsOf,
  contains: itemsOf,
  unevaluatedItems: itemsOf,
  additionalProperties: membersOf,
  patternProperties: membersOf,
  propertyNames: membersOf,
  unevaluatedProperties: membersOf,
  minProperties: membersOf,
  maxProperties: membersOf,
  enum: membersOf,
  const: membersOf,
  minLength: charactersOf,
  maxLength: charactersOf,
  format: charactersOf,
}

/**
 * Makes the code that an engine generates pay from a budget for its loops and its references. `noting`: whether the
 * engine writes down which members were judged, which it does once more at each reference.
 */
export function metered(engine: Ajv2020, budget: Budget, { noting }: { noting: boolean }): Ajv2020 {
  for (const [keyword, cost] of Object.entries(costs)) {
    const spend = (data: unknown) => budget.spend(cost(data))
    charge(engine, keyword, (cxt) =>
      cxt.gen.code(_`${cxt.gen.scopeValue('func', { ref: spend })}(${cxt.data})`),
    )
  }
  const spend = (data: unknown) => budget.spend(noting ? 1 + membersOf(data) : 1)
  // The errors of what a reference leads to are added to a copy of all before them.
  const copied = (errors: number) => budget.spend(errors / 16)
  charge(
    engine,
    '$ref',
    (cxt) => cxt.gen.code(_`${cxt.gen.scopeValue('func', { ref: spend })}(${cxt.data})`),
    ({ gen, it }) => {
      if (it.allErrors) gen.code(_`${gen.scopeValue('func', { ref: copied })}(${errorCount})`)
    },
  )
  return engine
}

/** What the generated code calls the number of errors so far. */
const errorCount = new Name('errors')

type Emit = (cxt: KeywordCxt) => unknown

function charge(engine: Ajv2020, keyword: string, before: Emit, after?: Emit): void {
  const definition = engine.getKeyword(keyword)
  if (typeof definition !== 'object' || !isCode(definition))
    throw new Error(`the engine does not know how to write "${keyword}"`)
  const { code } = definition
  definition.code = (cxt, rule) => {
    before(cxt)
    code(cxt, rule)
    after?.(cxt)
  }
}

function isCode(definition: object): definition is CodeKeywordDefinition {
  return 'code' in definition
}

function itemsOf(data: unknown): number {
  return Array.isArray(data) ? data.length : 0
}

function membersOf(data: unknown): number {
  if (Array.isArray(data)) return data.length
  return typeof data === 'object' && data !== null ? Object.keys(data).length : 0
}

function charactersOf(data: unknown): number {
  return typeof data === 'string' ? data.length / 16 : 0
}
