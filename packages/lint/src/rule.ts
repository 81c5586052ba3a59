import type {
  Definition,
  Diagnostic,
  RecordId,
  RecordKind,
  RecordOf,
  RecordsDiff,
  Severity,
} from '@penstock/model'
import type { RecordScope, WholeScope } from './scope.ts'

/** What a rule found, before its level is known. */
export interface Finding {
  /** Absent: the record that was looked at. */
  readonly record?: RecordId
  /** Where in the record. */
  readonly path?: readonly (string | number)[]
  readonly message: string
  readonly suggest?: string
  readonly line?: number
  readonly column?: number
}

export type Findings = Iterable<Finding> | undefined

/** The one right answer to a problem, as a change that nobody has made yet. */
export interface Fix {
  /** What it does, as a button says it: "Take the body out". */
  readonly title: string
  /** Pure. Changes nothing where the definition is no longer what the diagnostic was about. */
  apply(definition: Definition, diagnostic: Diagnostic): RecordsDiff
}

interface Described {
  /** Kebab-case; the diagnostics' code and the name of the page in docs/lint. */
  readonly id: string
  readonly severity: Severity
  /** What is wrong, in a few words without a full stop. */
  readonly title: string
  /** Why it matters, in a sentence or three. */
  readonly why: string
  /** What to do about it. */
  readonly mend: string
  readonly fix?: Fix
}

/** Looks at one record, and at others only through its scope: run again when one of those changes. */
export interface RecordRule<K extends RecordKind = RecordKind> extends Described {
  readonly on: readonly K[]
  check(record: RecordOf<K>, scope: RecordScope): Findings
}

/** Looks at the whole definition at each change, so it takes time in proportion to it and little of it. */
export interface WholeRule extends Described {
  /** About the stages' settings, so there is nothing to check where no stages are known. */
  readonly asksStages?: true
  check(scope: WholeScope): Findings
}

export type Rule = RecordRule | WholeRule

/** A rule about single records. */
export function defineRule<K extends RecordKind>(rule: RecordRule<K>): RecordRule
/** A rule about the definition as a whole. */
export function defineRule(rule: WholeRule): WholeRule
export function defineRule(rule: Rule): Rule {
  return rule
}

export function isRecordRule(rule: Rule): rule is RecordRule {
  return 'on' in rule
}
