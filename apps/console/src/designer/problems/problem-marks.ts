import type { Diagnostic, RecordId } from '@penstock/model'

/** What a node says of the problems in it. Hints are in the list, and nobody is bothered with them here. */
export interface ProblemMark {
  readonly errors: number
  readonly warnings: number
  /** In what it holds, while that is not drawn. */
  readonly isHeld: boolean
}

export type ProblemMarks = ReadonlyMap<RecordId, Omit<ProblemMark, 'isHeld'>>

/** Errors and warnings of each record. */
export function marksOf(problems: readonly Diagnostic[]): ProblemMarks {
  const marks = new Map<RecordId, { errors: number; warnings: number }>()
  for (const { severity, location } of problems) {
    if (severity === 'info' || location.record === undefined) continue
    let mark = marks.get(location.record)
    if (!mark) marks.set(location.record, (mark = { errors: 0, warnings: 0 }))
    if (severity === 'error') mark.errors++
    else mark.warnings++
  }
  return marks
}

/** For each record that holds others, all that is in it, itself included: what shows while it is closed. */
export function rolledUp(marks: ProblemMarks, above: (id: RecordId) => RecordId | null): ProblemMarks {
  const sums = new Map<RecordId, { errors: number; warnings: number }>()
  for (const [start, mark] of marks) {
    let id: RecordId | null = start
    for (let depth = 0; id !== null && depth < 256; depth++) {
      const sum = sums.get(id)
      if (sum) {
        sum.errors += mark.errors
        sum.warnings += mark.warnings
      } else sums.set(id, { ...mark })
      id = above(id)
    }
  }
  return sums
}

/** In words, for who can't see the mark: "1 error, 2 warnings", and where. */
export function wordsOf({ errors, warnings, isHeld }: ProblemMark): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '')
  return `${isHeld ? 'Holds ' : ''}${parts.join(', ')}`
}

export function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Marks of a definition: of each node by itself, and of each with all that it holds. */
export interface DefinitionMarks {
  readonly own: ProblemMarks
  readonly held: ProblemMarks
}

export const noMarks: DefinitionMarks = { own: new Map(), held: new Map() }

/** The mark of a node as it is drawn: closed, it answers for all that it holds. */
export function markOf({ own, held }: DefinitionMarks, id: RecordId, isClosed: boolean): ProblemMark | null {
  const mark = (isClosed ? held : own).get(id)
  if (!mark) return null
  const alone = own.get(id)
  const isHeld = isClosed && (alone?.errors !== mark.errors || alone.warnings !== mark.warnings)
  return { ...mark, isHeld }
}
