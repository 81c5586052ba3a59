import type { Component } from './kinds/component.ts'
import type { Model } from './kinds/model.ts'
import type { Json } from './json.ts'
import { fragmentToken, pointedAt } from './json-pointer.ts'
import type { ApiRecord, Definition } from './records.ts'

/** Where a `$ref` leads: a model (`schemas`) or a component, and the way inside its value. */
export interface RefTarget {
  readonly section: string
  readonly name: string
  readonly rest: readonly string[]
}

const oldSections: Readonly<Record<string, string>> = {
  definitions: 'schemas',
  parameters: 'parameters',
  responses: 'responses',
}
const targets = new Map<string, RefTarget | null>()

/**
 * Reads `#/components/SECTION/NAME`, Swagger's `#/definitions/NAME` and its like, and Amazon's model URLs.
 * Undefined for references that name no record (other files, `#/paths/…`).
 */
export function parseRef(ref: string): RefTarget | undefined {
  let target = targets.get(ref)
  if (target === undefined) {
    target = readRef(ref) ?? null
    if (targets.size > 50_000) targets.clear()
    targets.set(ref, target)
  }
  return target ?? undefined
}

function readRef(ref: string): RefTarget | undefined {
  const url = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([^/#]+)$/.exec(ref)
  if (url) return { section: 'schemas', name: fragmentToken(url[1]!), rest: [] }
  if (!ref.startsWith('#/')) return undefined
  const [first, second, ...more] = ref.slice(2).split('/').map(fragmentToken)
  if (first === 'components' && second !== undefined && more[0] !== undefined)
    return { section: second, name: more[0], rest: more.slice(1) }
  const section = oldSections[first ?? '']
  return section !== undefined && second !== undefined ? { section, name: second, rest: more } : undefined
}

const named = new WeakMap<Definition, Map<string, Model | Component>>()

/** The record that a reference leads to, by `section/name`. Computed once per definition. */
export function namedRecord(
  definition: Definition,
  section: string,
  name: string,
): Model | Component | undefined {
  let index = named.get(definition)
  if (!index) {
    index = new Map()
    for (const record of definition.values()) {
      const key = nameKey(record)
      if (key !== undefined && !index.has(key)) index.set(key, record as Model | Component)
    }
    named.set(definition, index)
  }
  return index.get(`${section}/${name}`)
}

/** `schemas/Pet` for a model, `parameters/owner` for a component, undefined for records that no `$ref` can name. */
export function nameKey(record: ApiRecord): string | undefined {
  if (record.kind === 'model') return `schemas/${record.name}`
  return record.kind === 'component' ? `${record.section}/${record.name}` : undefined
}

/** What a `$ref` stands for; undefined when it leads nowhere. Does not follow a `$ref` at the place it leads to. */
export function resolveRef(definition: Definition, ref: string): Json | undefined {
  const target = parseRef(ref)
  const record = target && namedRecord(definition, target.section, target.name)
  if (!target || !record) return undefined
  return pointedAt(record.kind === 'model' ? record.schema : record.value, target.rest)
}

const refs = new WeakMap<object, readonly string[]>()

/**
 * The `section/name` keys that a record, or a part of one, refers to, each once. Kept with the object, so asking
 * again is free.
 */
export function refsOf(value: object): readonly string[] {
  let found = refs.get(value)
  if (!found) {
    const keys = new Set<string>()
    collect(value, keys)
    found = [...keys]
    refs.set(value, found)
  }
  return found
}

function collect(value: unknown, keys: Set<string>) {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, keys)
    return
  }
  for (const key in value) {
    const member = (value as Record<string, unknown>)[key]
    if (typeof member === 'object') collect(member, keys)
    else if (typeof member === 'string' && (key === '$ref' || member.startsWith('#/'))) {
      const target = parseRef(member)
      if (target) keys.add(`${target.section}/${target.name}`)
    }
  }
}
