import {
  type Api,
  type ApiRecord,
  type Definition,
  type Diagnostic,
  type RecordId,
  type RecordKind,
  type RecordOf,
  recordsOf,
  resourceTree,
} from '@penstock/model'
import { type Facts, factsOf } from './facts/facts.ts'
import { usageOf } from './facts/usage.ts'
import { type Level, levelsOf } from './levels.ts'
import { type Finding, isRecordRule, type RecordRule, type Rule, type WholeRule } from './rule.ts'
import { rules as allRules } from './rules/index.ts'
import { keysOf, RecordScope, type StageFacts, type WholeScope } from './scope.ts'

export interface LintOptions {
  readonly stages?: readonly StageFacts[] | undefined
}

/** What is found in one record, or by one rule about the whole: the same list until it says something else. */
export type Group = readonly Diagnostic[]

const nothing: Group = []
/** Records that are checked between two pauses. */
const sliceSize = 200

/**
 * Lints a definition that changes. Rules about single records run on those that changed and on those that looked at
 * one of them; the others run each time.
 *
 *     models/Pet edited ──► mod_pet, and met_list, whose example was held against it
 */
export class Linter {
  readonly #recordRules: ReadonlyMap<RecordKind, readonly RecordRule[]>
  readonly #wholeRules: readonly WholeRule[]
  readonly #groups = new Map<string, Group>()
  /** Key of what was looked at → records that did. */
  readonly #watchers = new Map<string, Set<RecordId>>()
  readonly #watching = new Map<RecordId, ReadonlySet<string>>()
  #definition: Definition = new Map()
  #settings = ''
  #levels: ReadonlyMap<string, Level> = new Map()

  constructor(rules: readonly Rule[] = allRules) {
    const byKind = new Map<RecordKind, RecordRule[]>()
    for (const rule of rules.filter(isRecordRule))
      for (const kind of rule.on) byKind.set(kind, [...(byKind.get(kind) ?? []), rule])
    this.#recordRules = byKind
    this.#wholeRules = rules.filter((rule): rule is WholeRule => !isRecordRule(rule))
  }

  /** Everything that is found now, by record id or by `rule:` and the id of a rule about the whole. */
  get groups(): ReadonlyMap<string, Group> {
    return this.#groups
  }

  diagnostics(): Diagnostic[] {
    return [...this.#groups.values()].flat()
  }

  /** Checks what this definition changes and answers the keys of the groups that are different now. */
  update(definition: Definition, options: LintOptions = {}): Set<string> {
    const steps = this.steps(definition, options)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }

  /** `update` in steps of a few milliseconds, for who has other things to do between them. It has to be run to its end. */
  *steps(definition: Definition, options: LintOptions = {}): Generator<void, Set<string>> {
    const [api] = recordsOf(definition, 'api')
    const facts = factsOf(api)
    const changed = new Set<string>()
    this.#levels = levelsOf(api)
    const settings = JSON.stringify([facts, [...this.#levels]])
    const stale = this.#stale(definition, settings === this.#settings)
    this.#settings = settings
    this.#definition = definition
    yield* this.#checkRecords(definition, facts, stale, changed)
    yield* this.#checkWhole(definition, facts, api, options, changed)
    return changed
  }

  /** Records to look at: all of them, or those that changed and those that looked at one that did. */
  #stale(definition: Definition, isSame: boolean): Set<RecordId> {
    const stale = new Set<RecordId>()
    const touch = (record: ApiRecord) => {
      stale.add(record.id)
      for (const key of keysOf(record)) for (const id of this.#watchers.get(key) ?? []) stale.add(id)
    }
    for (const record of definition.values()) {
      const before = this.#definition.get(record.id)
      if (isSame && before === record) continue
      touch(record)
      if (before) touch(before)
    }
    for (const record of this.#definition.values()) if (!definition.has(record.id)) touch(record)
    return stale
  }

  *#checkRecords(
    definition: Definition,
    facts: Facts,
    stale: ReadonlySet<RecordId>,
    changed: Set<string>,
  ): Generator<void, void> {
    const scope = new RecordScope(definition, facts)
    let done = 0
    for (const id of stale) {
      if (++done % sliceSize === 0) yield
      const record = definition.get(id)
      const found: Diagnostic[] = []
      for (const rule of (record && this.#recordRules.get(record.kind)) ?? []) {
        const own = levelsOf(record).get(rule.id)
        this.#collect(rule, rule.check(record!, scope), record!, own, found)
      }
      this.#watch(id, scope.takeSeen())
      this.#put(id, found, changed)
    }
  }

  *#checkWhole(
    definition: Definition,
    facts: Facts,
    api: Api | undefined,
    { stages }: LintOptions,
    changed: Set<string>,
  ): Generator<void, void> {
    const scope = wholeScope(definition, facts, api, stages)
    for (const rule of this.#wholeRules) {
      yield
      const found: Diagnostic[] = []
      for (const finding of rule.check(scope) ?? []) {
        const record = finding.record === undefined ? undefined : definition.get(finding.record)
        this.#collect(rule, [finding], record, levelsOf(record).get(rule.id), found)
      }
      this.#put(`rule:${rule.id}`, found, changed)
    }
  }

  #collect(
    rule: Rule,
    findings: Iterable<Finding> | undefined,
    record: ApiRecord | undefined,
    own: Level | undefined,
    found: Diagnostic[],
  ): void {
    // What a record says of itself goes before what the API says, unless that is what is looked at.
    const level = own ?? this.#levels.get(rule.id) ?? rule.severity
    if (level === 'off') return
    for (const { record: id = record?.id, path, line, column, message, suggest } of findings ?? []) {
      const place = { path, line, column }
      const location = { ...(id === undefined ? {} : { record: id }), ...present(place) }
      found.push({ code: rule.id, severity: level, message, location, ...present({ suggest }) })
    }
  }

  #put(key: string, found: Group, changed: Set<string>): void {
    const before = this.#groups.get(key) ?? nothing
    if (before.length === 0 && found.length === 0) return
    if (before.length === found.length && JSON.stringify(before) === JSON.stringify(found)) return
    changed.add(key)
    if (found.length === 0) this.#groups.delete(key)
    else this.#groups.set(key, found)
  }

  #watch(id: RecordId, seen: ReadonlySet<string> | null): void {
    for (const key of this.#watching.get(id) ?? []) {
      const watchers = this.#watchers.get(key)
      watchers?.delete(id)
      if (watchers?.size === 0) this.#watchers.delete(key)
    }
    if (!seen) {
      this.#watching.delete(id)
      return
    }
    this.#watching.set(id, seen)
    for (const key of seen) {
      const watchers = this.#watchers.get(key)
      if (watchers) watchers.add(id)
      else this.#watchers.set(key, new Set([id]))
    }
  }
}

/** Everything that is found in a definition. */
export function lint(definition: Definition, options: LintOptions = {}): Diagnostic[] {
  const linter = new Linter()
  linter.update(definition, options)
  return linter.diagnostics()
}

const stageRules = allRules.filter((rule) => !isRecordRule(rule) && rule.asksStages === true)

/** What is doubtful about the settings of stages that serve a definition. */
export function lintStages(definition: Definition, stages: readonly StageFacts[]): Diagnostic[] {
  const linter = new Linter(stageRules)
  linter.update(definition, { stages })
  return linter.diagnostics()
}

function wholeScope(
  definition: Definition,
  facts: Facts,
  api: Api | undefined,
  stages: readonly StageFacts[] | undefined,
): WholeScope {
  const byKind = groupByKind(definition)
  let tree: WholeScope['tree'] | undefined
  let usage: WholeScope['usage'] | undefined
  return {
    definition,
    facts,
    api,
    stages,
    all: <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly RecordOf<K>[],
    get tree() {
      return (tree ??= resourceTree(definition))
    },
    get usage() {
      return (usage ??= usageOf(definition))
    },
  }
}

function groupByKind(definition: Definition): Map<RecordKind, ApiRecord[]> {
  const byKind = new Map<RecordKind, ApiRecord[]>()
  for (const record of definition.values()) {
    const list = byKind.get(record.kind)
    if (list) list.push(record)
    else byKind.set(record.kind, [record])
  }
  return byKind
}

function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}
