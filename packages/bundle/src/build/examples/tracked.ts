import { type Definition, type Json, namedRecord, parseRef, resolveRef } from '@penstock/model'

/**
 * Something made of what names lead to: it holds as long as they lead to the same values. Values, not records: a
 * record may be put together anew for each build while the JSON in it stays the same object.
 */
export interface Tracked<T> {
  readonly value: T
  readonly uses: ReadonlyMap<string, Json | undefined>
}

/** Resolves references and notes each name that was looked at, found or not. */
export class Tracker {
  readonly uses = new Map<string, Json | undefined>()
  private readonly definition: Definition

  constructor(definition: Definition) {
    this.definition = definition
  }

  resolve(ref: string): Json | undefined {
    this.note(ref)
    return resolveRef(this.definition, ref)
  }

  /** What the model or component says that a reference leads to or into. */
  note(ref: string): Json | undefined {
    const target = parseRef(ref)
    if (!target) return undefined
    const said = contentOf(this.definition, target.section, target.name)
    this.uses.set(`${target.section}/${target.name}`, said)
    return said
  }

  include(other: Tracked<unknown>) {
    for (const [name, said] of other.uses) this.uses.set(name, said)
  }
}

export function stillHolds(tracked: Tracked<unknown>, definition: Definition): boolean {
  for (const [key, said] of tracked.uses) {
    const slash = key.indexOf('/')
    if (contentOf(definition, key.slice(0, slash), key.slice(slash + 1)) !== said) return false
  }
  return true
}

function contentOf(definition: Definition, section: string, name: string): Json | undefined {
  const record = namedRecord(definition, section, name)
  return record?.kind === 'model' ? record.schema : record?.value
}
