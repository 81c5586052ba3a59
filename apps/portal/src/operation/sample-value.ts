import type { Json } from '@penstock/model'
import { objectOf } from '../openapi/read.ts'
import { readSchemaRef, type Schemas } from '../schema/schema-ref.ts'

/** Deeper than this an example shows nothing that a reader would look for. */
const depth = 6

export interface SampleOptions {
  /** For what is sent: leaves out what only the server sets. */
  readonly isRequest: boolean
}

/**
 * A value that a schema allows, made up from it: its examples, defaults and formats. The generator is loaded when the
 * first one is needed. Undefined when no value can be made.
 */
export async function sampleValue(
  schema: Json,
  schemas: Schemas,
  { isRequest }: SampleOptions,
): Promise<Json | undefined> {
  const known = withEmpty(schemas, [schema, ...Object.values(schemas)])
  const document = { components: { schemas: known }, definitions: known }
  const options = { skipReadOnly: isRequest, skipWriteOnly: !isRequest, quiet: true, maxSampleDepth: depth }
  const object = objectOf(schema)
  if (!object) return undefined
  try {
    const { sample } = await import('openapi-sampler')
    return sample(object as Parameters<typeof sample>[0], options, document) as Json | undefined
  } catch (cause) {
    // The generator throws plain errors at what it does not understand, and it may fail to load; no example is
    // better than no page.
    if (!(cause instanceof Error)) throw cause
    return undefined
  }
}

/** Schemas that are not here stand as empty ones: the generator fails on references that lead nowhere. */
function withEmpty(schemas: Schemas, roots: readonly Json[]): Record<string, Json> {
  const known: Record<string, Json> = { ...schemas }
  const visit = (value: Json) => {
    if (typeof value !== 'object' || value === null) return
    const ref = objectOf(value)?.['$ref']
    const name = typeof ref === 'string' ? readSchemaRef(ref)?.name : undefined
    if (name !== undefined && !Object.hasOwn(known, name)) known[name] = {}
    for (const member of Object.values(value)) visit(member)
  }
  for (const root of roots) visit(root)
  return known
}
