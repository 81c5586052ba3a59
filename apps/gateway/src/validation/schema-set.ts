import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Bundle } from '@penstock/bundle'
import { Budget, TooComplex } from './budget.ts'
import { inPieces } from './schema-pieces.ts'
import {
  type AnySchema,
  type ErrorObject,
  schemaEngine,
  type ValidateFunction,
  wholeEngine,
} from './schema-engine.ts'

type Schemas = NonNullable<Bundle['schemas']>

interface Compiler {
  /** Makes the engine, which takes as long as compiling some schemas. */
  prepare(): unknown
  readonly compiled: ReadonlyMap<string, ValidateFunction>
  find(key: string): ValidateFunction
}

/** A bigger text is judged up to its first failing place: a list of all would be many times its size. */
const detailLimit = 100_000

/** Schemas that are compiled before any request asks for them. */
const warmMax = 300

/**
 * The schemas of a bundle. Each is compiled once, whichever routes and stages use it: when data first gets there, or
 * before that by `warm`, which takes one a turn of the event loop. There are two forms of each: the one that every
 * request meets stops at the first failing place; the one that lists all is made only when something has failed.
 */
export class SchemaSet {
  readonly #schemas: Schemas
  readonly #pieces = new Map<string, AnySchema>()
  readonly #budget = new Budget()
  readonly #quick: Compiler
  readonly #detailed: Compiler

  constructor(schemas: Schemas) {
    this.#schemas = schemas
    this.#quick = this.#compiler(false)
    this.#detailed = this.#compiler(true)
  }

  /** A schema as it is written. */
  source(key: string): AnySchema {
    return this.#schemas[key] ?? true
  }

  /**
   * Null when the value is what the schema says, else what is not: all of it, or the first of it where the text was
   * long or so much fails that a list of it is. `textLength` is that of the text that the value was read from. Throws TooComplex.
   */
  check(key: string, value: unknown, textLength: number): readonly ErrorObject[] | null {
    try {
      const first = this.#run(this.#quick.find(key), value, textLength)
      if (first === null || textLength > detailLimit) return first
      return this.#all(key, value, textLength) ?? first
    } catch (thrown) {
      // The generated code calls itself once for each level of nesting.
      if (thrown instanceof RangeError) throw new TooComplex('it is nested too deeply')
      throw thrown
    }
  }

  /** How many are compiled, in the form that requests meet. */
  get compiledCount(): number {
    return this.#quick.compiled.size
  }

  /**
   * Compiles these and what they lead to, nearest first, beside the requests: one, then what else waits, then the next.
   * Beyond a number that no memory feels, the rest waits until data gets there.
   */
  async warm(keys: Iterable<string>): Promise<void> {
    const queue = new Set(keys)
    let left = warmMax
    if (queue.size === 0) return
    for (const compiler of [this.#quick, this.#detailed]) {
      await nextTurn()
      compiler.prepare()
    }
    for (const key of queue) {
      if (left-- === 0) return
      await nextTurn()
      this.#quick.find(key)
      for (const next of referencesOf(this.#pieceOf(key))) queue.add(next)
    }
  }

  /** Null also where a list of all takes too long to make. */
  #all(key: string, value: unknown, textLength: number): readonly ErrorObject[] | null {
    try {
      return this.#run(this.#detailed.find(key), value, textLength)
    } catch (thrown) {
      if (thrown instanceof TooComplex) return null
      throw thrown
    }
  }

  #run(validate: ValidateFunction, value: unknown, textLength: number): readonly ErrorObject[] | null {
    this.#budget.begin(textLength)
    return validate(value) === true ? null : [...(validate.errors ?? [])]
  }

  #compiler(detailed: boolean): Compiler {
    const compiled = new Map<string, ValidateFunction>()
    let engine: ReturnType<typeof schemaEngine> | null = null
    const prepare = () => (engine ??= schemaEngine(detailed, this.#budget, find))
    const find = (key: string): ValidateFunction => {
      let validate = compiled.get(key)
      if (validate === undefined) {
        const schema = this.#pieceOf(key)
        try {
          validate = looksBehind(schema) ? this.#compileWhole(key, detailed) : prepare().compile(schema)
        } catch (cause) {
          // What it would have refused must not pass, and what never asks for it must not suffer.
          validate = failing(
            new Error(`the schema ${key} does not compile: ${(cause as Error).message}`, { cause }),
          )
        }
        compiled.set(key, validate)
      }
      return validate
    }
    return { prepare, compiled, find }
  }

  /** A schema, or what was taken out of one, in the size in which it is compiled. */
  #pieceOf(key: string): AnySchema {
    let piece = this.#pieces.get(key)
    if (piece === undefined) {
      const schema = this.source(key)
      if (looksBehind(schema)) return schema
      for (const [each, part] of inPieces(key, schema)) this.#pieces.set(each, part)
      piece = this.#pieces.get(key) ?? schema
    }
    return piece
  }

  #compileWhole(key: string, detailed: boolean): ValidateFunction {
    const engine = wholeEngine(detailed, this.#budget)
    const names = new Map<string, string>()
    const waiting = [key]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (names.has(next)) continue
      names.set(next, `schema:${names.size}`)
      waiting.push(...referencesOf(this.source(next)))
    }
    for (const [each, name] of names) engine.addSchema(renamed(this.source(each), names) as AnySchema, name)
    return engine.compile({ $ref: names.get(key) })
  }
}

const sets = new WeakMap<Bundle, SchemaSet>()

/** The schemas of a bundle, compiled once for all stages that serve it. */
export function schemasOf(bundle: Bundle): SchemaSet {
  let set = sets.get(bundle)
  if (set === undefined) sets.set(bundle, (set = new SchemaSet(bundle.schemas ?? {})))
  return set
}

/** Stands for a schema that the engine does not take. */
function failing(error: Error): ValidateFunction {
  const validate: unknown = () => {
    throw error
  }
  return validate as ValidateFunction
}

function looksBehind(schema: AnySchema): boolean {
  return /"unevaluated(Properties|Items)":/.test(JSON.stringify(schema))
}

function* referencesOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, member] of Object.entries(schema))
    if (name === '$ref' && typeof member === 'string') yield member
    else yield* referencesOf(member)
}

function renamed(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => renamed(each, names))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string' ? (names.get(member) ?? member) : renamed(member, names),
    ]),
  )
}
