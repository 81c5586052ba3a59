import {
  type Component,
  type Definition,
  fragmentToken,
  type Json,
  type Model,
  namedRecord,
  parseRef,
  pointedAt,
  pointerToken,
} from '@penstock/model'
import { isObject } from '../is-object.ts'

/** A schema and where it stands. */
export interface SchemaPlace {
  /** `base`, and `#` with a pointer or an anchor where it is not the whole document. */
  readonly key: string
  /** The document that local references lead into: `schemas/Pet`, or a name of its own. */
  readonly base: string
  readonly root: Json
  readonly value: Json
  /** What the document is of; null for one that has no name. */
  readonly record: Model | Component | null
}

/**
 * Where a `$ref` leads: into the document that it stands in (`#`, `#/definitions/x`, `#anchor`), or to a model or
 * component of the API (`#/components/schemas/Pet`, Amazon's URLs). Undefined when there is nothing.
 */
export function resolveSchema(
  ref: string,
  from: Pick<SchemaPlace, 'base' | 'root' | 'record'>,
  definition: Definition,
): SchemaPlace | undefined {
  if (ref === '#') return { ...from, key: from.base, value: from.root }
  if (ref.startsWith('#')) {
    const value = ref.startsWith('#/')
      ? pointedAt(from.root, ref.slice(2).split('/').map(fragmentToken))
      : anchored(from.root, ref)
    if (value !== undefined) return { ...from, key: from.base + ref, value }
  }
  const target = parseRef(ref)
  const record = target && namedRecord(definition, target.section, target.name)
  if (!target || !record) return undefined
  const root = record.kind === 'model' ? record.schema : record.value
  const value = pointedAt(root, target.rest)
  if (value === undefined) return undefined
  const base = `${target.section}/${baseName(target.name)}`
  const key = target.rest.length === 0 ? base : `${base}#/${target.rest.map(pointerToken).join('/')}`
  return { key, base, root, value, record }
}

/** A name in which nothing can be taken for a way into the document. */
function baseName(name: string): string {
  return name.replaceAll(/[~#]/g, (character) => (character === '~' ? '~0' : '~2'))
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
