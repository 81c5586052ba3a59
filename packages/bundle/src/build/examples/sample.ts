import type { Json } from '@penstock/model'
import { sample } from 'openapi-sampler'
import type { BuildContext } from '../context.ts'
import { sorted } from './sorted.ts'
import { stillHolds, type Tracked, Tracker } from './tracked.ts'

/** Longest example body, in UTF-16 units. */
export const maxBodyLength = 64 * 1024

/**
 * How much of a schema is sampled: levels of nesting, and references followed. The first that fits the body limit is
 * taken. Without the second number a model of entities that all lead to each other would never be done.
 */
const efforts = [
  { depth: 8, references: 60 },
  { depth: 4, references: 20 },
  { depth: 2, references: 6 },
  { depth: 1, references: 1 },
] as const

const samples = new WeakMap<object, Map<string, Tracked<Sample>>>()

interface Sample {
  readonly value: Json
  /** Why there is no value, for a schema that is none. */
  readonly problem?: string
}

/** A value that a schema allows. For a schema that is a `$ref`, kept with what it leads to. */
export function sampleSchema(
  schema: Json,
  tracker: Tracker,
  context: BuildContext,
  format: 'json' | 'xml',
): Sample {
  const ref = isRef(schema) ? schema.$ref : undefined
  const said = ref === undefined ? undefined : tracker.note(ref)
  if (ref === undefined || typeof said !== 'object' || said === null)
    return take(schema, tracker, context, format)
  const key = `${format} ${dialectOf(context)} ${ref}`
  let kept = samples.get(said)
  if (!kept) samples.set(said, (kept = new Map()))
  let made = kept.get(key)
  if (!made || !stillHolds(made, context.definition)) {
    const own = new Tracker(context.definition)
    made = { value: take(schema, own, context, format), uses: own.uses }
    kept.set(key, made)
  }
  tracker.include(made)
  return made.value
}

function take(schema: Json, tracker: Tracker, context: BuildContext, format: 'json' | 'xml'): Sample {
  for (const { depth, references } of efforts) {
    const options = { maxSampleDepth: depth, quiet: true, skipWriteOnly: true, format }
    try {
      const value = sample(
        sorted(schema, '') as object,
        options,
        specification(tracker, context, references),
      ) as Json | undefined
      if (JSON.stringify(value ?? null).length <= maxBodyLength) return { value: value ?? null }
    } catch (cause) {
      // The sampler trusts schemas to be schemas; imported ones need not be.
      return { value: null, problem: cause instanceof Error ? cause.message : String(cause) }
    }
  }
  return { value: null }
}

/** The document that the sampler looks references up in: none is there until it is asked for, and at most so many are. */
function specification(tracker: Tracker, context: BuildContext, references: number): object {
  let left = references
  const refs = new Proxy<Record<string, Json>>(
    {},
    {
      has: () => true,
      get: (_, ref) => {
        if (typeof ref !== 'string') return undefined
        // Beyond the budget, and where nothing is: a schema that says nothing.
        const value = left-- > 0 ? tracker.resolve(ref) : undefined
        return value === undefined ? {} : sorted(value, ref)
      },
    },
  )
  return { ...(dialectOf(context) === 'oas31' ? { openapi: '3.1.0' } : { openapi: '3.0.0' }), refs }
}

function dialectOf(context: BuildContext): string {
  return context.api.dialect ?? 'oas31'
}

function isRef(value: Json): value is { $ref: string } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['$ref'] === 'string'
  )
}
