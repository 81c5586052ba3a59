import type { Definition } from '@penstock/model'
import type { LintOptions } from '../../linter.ts'

/** A definition in which a rule finds something, and ones in which it must not. */
export interface Case {
  readonly fires: Definition
  /** Where: the record and the path inside it. */
  readonly at: string
  readonly silent: readonly Definition[]
  readonly options?: LintOptions
}

export type Cases = Readonly<Record<string, Case>>
