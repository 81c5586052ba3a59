import { type Definition, type Json, namedRecord, parseRef } from '@penstock/model'
import { isObject } from '../is-object.ts'

/** A schema and where it stands. */
export interface SchemaPlace {
  /** `base`, and `#` with a pointer or an anchor where it is not the whole document. */
  readonly key: string
  /** The document that local references lead into: `schemas/Pet`, or a name of its own. */
  readonly base: string
  readonly root: Json
  readonly value: Json
}

/**
 * Where a `$ref` leads: into the document that it stands in (`#`, `#/definitions/x`, `#anchor`), or to a model or
 * component of the API (`#/components/schemas/Pet`, Amazon's URLs). Undefined when there is nothing.
 */
export function resolveSchema(
  ref: string,
  from: Pick<SchemaPlace, 'base' | 'root'>,
  definition: Definition,
): SchemaPlace | undefined {
  const { base, root } = from
  if (ref === '#') return { key: base, base, root, value: root }
  if (ref.startsWith('#')) {
    const value = ref.startsWith('#/')
      ? pointed(root, ref.slice(2).split('/').map(decode))
      : anchored(root, ref)
    if (value !== undefined) return { key: base + ref, base, root, value }
  }
  const target = parseRef(ref)
  const record = target && namedRecord(definition, target.section, target.name)
  if (!target || !record) return undefined
  const whole = record.kind === 'model' ? record.schema : record.value
  const value = pointed(whole, target.rest)
  if (value === undefined) return undefined
  const name = `${target.section}/${target.name}`
  const key = target.rest.length === 0 ? name : `${name}#/${target.rest.map(encode).join('/')}`
  return { key, base: name, root: whole, value }
}

function pointed(root: Json, tokens: readonly string[]): Json | undefined {
  let value: Json | undefined = root
  for (const token of tokens) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return undefined
    value = (value as Record<string, Json>)[token]
  }
  return value
}

/** By `$anchor`, or by an id that is only a fragment (draft 4 to 7). */
function anchored(root: Json, ref: string): Json | undefined {
  const waiting: Json[] = [root]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value)) {
      const { $anchor, $dynamicAnchor, $id, id } = value
      const name = ref.slice(1)
      if ($anchor === name || $dynamicAnchor === name) return value
      if ($id === ref || id === ref) return value
    }
    waiting.push(...Object.values(value))
  }
  return undefined
}

function decode(token: string): string {
  let text = token
  try {
    text = decodeURIComponent(token)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~')
}

function encode(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
