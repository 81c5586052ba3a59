import { Linter } from '@penstock/lint'
import {
  type ApiRecord,
  checkInvariants,
  type Definition,
  type Diagnostic,
  type RecordId,
} from '@penstock/model'

/** Lists of problems that are different now, each under its key. An empty list says that there are none any more. */
export type ProblemGroups = readonly (readonly [key: string, problems: readonly Diagnostic[]])[]

/** Under which SPEC R stands, that is checked as a whole. */
const invariantsKey = 'invariants'

/** Finds the problems of a definition of which it is told the changes, and tells what changed about the problems. */
export class ProblemFinder {
  readonly #linter = new Linter()
  readonly #records = new Map<RecordId, ApiRecord>()
  #invariants = '[]'

  /** Takes records as they are now. Nothing is checked yet. */
  take(put: readonly ApiRecord[], removed: readonly RecordId[]): void {
    for (const id of removed) this.#records.delete(id)
    for (const record of put) this.#records.set(record.id, record)
  }

  check(): ProblemGroups {
    // The linter compares with what it saw last.
    const definition: Definition = new Map(this.#records)
    const groups: [string, readonly Diagnostic[]][] = []
    const invariants = checkInvariants(definition)
    const text = JSON.stringify(invariants)
    if (text !== this.#invariants) groups.push([invariantsKey, invariants])
    this.#invariants = text
    for (const key of this.#linter.update(definition)) groups.push([key, this.#linter.groups.get(key) ?? []])
    return groups
  }
}
