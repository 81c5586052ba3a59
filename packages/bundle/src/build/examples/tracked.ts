import {
  type ApiRecord,
  type Definition,
  type Json,
  namedRecord,
  parseRef,
  resolveRef,
} from '@penstock/model'

/** A value and the named records that it was made of: it holds as long as those names lead to the same records. */
export interface Tracked<T> {
  readonly value: T
  readonly uses: ReadonlyMap<string, ApiRecord | undefined>
}

/** Resolves references and notes each name that was looked at, found or not. */
export class Tracker {
  readonly uses = new Map<string, ApiRecord | undefined>()
  private readonly definition: Definition

  constructor(definition: Definition) {
    this.definition = definition
  }

  resolve(ref: string): Json | undefined {
    this.note(ref)
    return resolveRef(this.definition, ref)
  }

  /** The record that a reference leads to. */
  note(ref: string): ApiRecord | undefined {
    const target = parseRef(ref)
    if (!target) return undefined
    const record = namedRecord(this.definition, target.section, target.name)
    this.uses.set(`${target.section}/${target.name}`, record)
    return record
  }

  include(other: Tracked<unknown>) {
    for (const [name, record] of other.uses) this.uses.set(name, record)
  }
}

export function stillHolds(tracked: Tracked<unknown>, definition: Definition): boolean {
  for (const [key, record] of tracked.uses) {
    const slash = key.indexOf('/')
    if (namedRecord(definition, key.slice(0, slash), key.slice(slash + 1)) !== record) return false
  }
  return true
}
