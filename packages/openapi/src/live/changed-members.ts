import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put, sameJson } from '../json.ts'

/** Which parts of a document differ from what it said before. */
export interface ChangedMembers {
  readonly paths: ReadonlySet<string>
  readonly schemas: ReadonlySet<string>
  /** Something that operations are read by differs (security, validators, the version): all of them are read again. */
  readonly everything: boolean
}

/** What differs between two values of a document; null when they say the same. */
export function changedMembers(before: JsonObject, after: JsonObject): ChangedMembers | null {
  const roots = changedKeys(before, after)
  if (roots.size === 0) return null
  const [was, is] = [partsOf(before), partsOf(after)]
  const components = changedKeys(was.components, is.components)
  const everything =
    [...roots].some((key) => ruling.has(key)) ||
    [...components].some((section) => rulingComponents.has(section))
  return {
    paths: changedKeys(was.paths, is.paths),
    schemas: changedKeys(was.schemas, is.schemas),
    everything,
  }
}

/** The document with only those of its paths and schemas that changed. */
export function reducedTo(document: JsonObject, { paths, schemas, everything }: ChangedMembers): JsonObject {
  if (everything) return document
  const out: JsonObject = { ...document }
  if (isObject(out['paths'])) out['paths'] = only(out['paths'], paths)
  if (isObject(out['definitions'])) out['definitions'] = only(out['definitions'], schemas)
  const { components } = out
  if (isObject(components) && isObject(components['schemas']))
    out['components'] = { ...components, schemas: only(components['schemas'], schemas) }
  return out
}

const ruling = new Set([
  'openapi',
  'swagger',
  'security',
  'securityDefinitions',
  'consumes',
  'produces',
  'parameters',
  'x-amazon-apigateway-request-validators',
])

const rulingComponents = new Set(['securitySchemes', 'x-amazon-apigateway-integrations'])

function partsOf(document: JsonObject) {
  const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
  const components = object(own(document, 'components'))
  return {
    paths: object(own(document, 'paths')),
    components,
    schemas: object(own(components, 'schemas') ?? own(document, 'definitions')),
  }
}

function changedKeys(before: JsonObject, after: JsonObject): Set<string> {
  const changed = new Set<string>()
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key) || !sameJson(before[key], after[key])) changed.add(key)
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) changed.add(key)
  return changed
}

function only(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  const out: JsonObject = {}
  for (const key of Object.keys(object)) if (keys.has(key)) put(out, key, object[key]!)
  return out
}
