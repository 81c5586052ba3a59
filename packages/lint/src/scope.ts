import {
  type Api,
  type ApiRecord,
  type Definition,
  find,
  type Json,
  maxPathSegments,
  namedRecord,
  nameKey,
  parseRef,
  type RecordId,
  type RecordKind,
  type RecordOf,
  resolveRef,
  type ResourceTree,
} from '@penstock/model'
import type { Facts } from './facts/facts.ts'
import type { Usage } from './facts/usage.ts'

/** What of the stages the rules look at. */
export interface StageFacts {
  readonly name: string
  readonly variables: Readonly<Record<string, string>>
}

/**
 * The rest of a definition as a rule about one record sees it. It remembers who was looked at, so that the record is
 * checked again when one of those changes, and not when anything else does.
 */
export class RecordScope {
  readonly facts: Facts
  readonly #definition: Definition
  #seen: Set<string> | null = null

  constructor(definition: Definition, facts: Facts) {
    this.#definition = definition
    this.facts = facts
  }

  /** The record with this id if it is of this kind. */
  find<K extends RecordKind>(kind: K, id: RecordId | null | undefined): RecordOf<K> | undefined {
    if (id === undefined || id === null) return undefined
    this.#look(id)
    return find(this.#definition, kind, id)
  }

  /** What a `$ref` stands for; undefined when it leads nowhere. */
  resolve(ref: string): Json | undefined {
    const target = parseRef(ref)
    if (!target) return undefined
    this.#look(`${target.section}/${target.name}`)
    return resolveRef(this.#definition, ref)
  }

  /** Whether a model or component of this `section/name` is there. */
  isNamed(key: string): boolean {
    this.#look(key)
    const slash = key.indexOf('/')
    return namedRecord(this.#definition, key.slice(0, slash), key.slice(slash + 1)) !== undefined
  }

  /** Follows references until something is said outright; undefined where they lead nowhere or run in a circle. */
  follow<T extends object>(value: T): T | undefined {
    let current: T | undefined = value
    for (let steps = 0; steps < 20; steps++) {
      const ref: unknown = (current as { $ref?: unknown }).$ref
      if (typeof ref !== 'string') return current
      const next = this.resolve(ref)
      if (typeof next !== 'object' || next === null || Array.isArray(next)) return undefined
      current = next as T
    }
    return undefined
  }

  /** The path of a resource, `?` for one that leads nowhere. */
  pathOf(resource: RecordId): string {
    const parts: string[] = []
    let current = this.find('resource', resource)
    for (let depth = 0; current !== undefined && depth <= maxPathSegments; depth++) {
      if (current.parent === null) return `/${parts.reverse().join('/')}`
      parts.push(current.pathPart)
      current = this.find('resource', current.parent)
    }
    return '?'
  }

  /** Ids and names that were looked at since the last call, or null. */
  takeSeen(): ReadonlySet<string> | null {
    const seen = this.#seen
    this.#seen = null
    return seen
  }

  #look(key: string): void {
    this.#seen ??= new Set()
    this.#seen.add(key)
  }
}

/** The whole definition, and what several rules want to know of it, worked out once. */
export interface WholeScope {
  readonly definition: Definition
  readonly api: Api | undefined
  readonly facts: Facts
  /** The records of a kind, in the definition's order. */
  readonly all: <K extends RecordKind>(kind: K) => readonly RecordOf<K>[]
  readonly tree: ResourceTree
  readonly usage: Usage
  /** Undefined where nobody knows of stages, as in a file. */
  readonly stages: readonly StageFacts[] | undefined
}

/** The keys under which others may have looked at a record. */
export function keysOf(record: ApiRecord): string[] {
  const name = nameKey(record)
  return name === undefined ? [record.id] : [record.id, name]
}
