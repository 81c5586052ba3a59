import { checkBuild, checkFunctions } from '@penstock/bundle/build'
import {
  type Change,
  judge,
  overrideVerdicts,
  summarize,
  type Verdict,
  type VerdictOverride,
} from '@penstock/diff'
import { lintStages, mergeDiagnostics } from '@penstock/lint'
import {
  applyDiff,
  checkInvariants,
  type Definition,
  type Diagnostic,
  recordsOf,
  type RecordsDiff,
  reverseDiff,
} from '@penstock/model'
import { compareManifests, hashText, type Manifest } from '@penstock/model/snapshot'
import type { DeploymentModel, PrismaClient } from '@penstock/prisma'
import { LRUCache } from 'lru-cache'
import { withAcknowledgements } from '../store/acknowledgements.ts'
import { overridesOf } from '../store/check-overrides.ts'
import type { Draft } from '../store/drafts.ts'
import { createInFlight } from '../store/in-flight.ts'
import type { Snapshots } from '../store/snapshots.ts'
import { type StageRow, variablesOf } from '../store/stages.ts'
import { type ChangeCounts, countChanges } from './count-changes.ts'
import { createDraftLint } from './lint-draft.ts'

/** What deploying a draft to a stage would change, judged, and whether it may be. */
export interface Plan {
  readonly stage: string
  /** What the stage serves now; null when nothing was deployed. */
  readonly base: { readonly deployment: string; readonly version: number } | null
  readonly draftHash: string
  /** Names exactly this: the base, the draft, and what was said of the difference. */
  readonly planHash: string
  readonly summary: Readonly<Record<Verdict, number>> & { readonly total: number; readonly routes: number }
  readonly changes: readonly Change[]
  readonly checks: readonly Diagnostic[]
}

/** What a plan leads to: a draft, or what was snapshot of one. */
export type Content = Pick<Draft, 'apiId' | 'definition' | 'manifest'>

/** What a plan knows of its stage. Without its variables nothing is said of them. */
export type PlannedStage = Pick<StageRow, 'deployment'> &
  Partial<Pick<StageRow, 'variables'>> & {
    /** What checks were said to mean when it was deployed; absent: what they are said to mean now. */
    readonly overrides?: readonly VerdictOverride[] | undefined
  }

/** What is judged: its records are read only where this difference was not judged before. */
export interface JudgedContent extends Pick<Content, 'apiId' | 'manifest'> {
  readonly open: () => Promise<Definition>
}

/** A snapshot of an API, and what people say now that checks mean. */
export interface NamedSnapshot {
  readonly apiId: string
  readonly root: string
  readonly overrides: readonly VerdictOverride[]
}

export type JudgedPlan = Pick<Plan, 'changes' | 'planHash'>

export interface Planner {
  /** `stage` is null for one that the deployment will make. */
  plan(content: Content, name: string, stage: PlannedStage | null): Promise<Plan>
  /** What a plan says of the difference, and its name: without its checks, which cost more and do not go into it. */
  judge(content: JudgedContent, name: string, stage: PlannedStage | null): Promise<JudgedPlan>
  /**
   * The name of the plan that leads from what is live to a snapshot, as the overrides judge it. What was judged once is
   * known by its name: neither content is read again for it.
   */
  nameOf(snapshot: NamedSnapshot, stage: string, live: DeploymentModel | null): Promise<string>
  /** What is wrong or doubtful about a draft, wherever it is deployed to. */
  checks(content: Content): Promise<readonly Diagnostic[]>
  /** What leads from one content to another, judged. */
  compare(from: Manifest | null, to: Manifest, after: Definition): Promise<Change[]>
  /**
   * How many changes a plan would list, by their roots: without its checks, and without the draft where it was
   * counted before. `from` is null where nothing was deployed.
   */
  staged(from: string | null, to: string, open: () => Promise<Draft>): Promise<Staged>
}

export interface Staged extends ChangeCounts {
  readonly total: number
}

const nothing: Manifest = { root: '', buckets: new Map() }

/** Plans cost what the difference costs: manifests are compared, and only bodies that differ are read. */
export function createPlanner(snapshots: Snapshots, db: PrismaClient): Planner {
  const checks = new LRUCache<string, readonly Diagnostic[]>({ max: 50 })
  const checking = createInFlight<readonly Diagnostic[]>()
  const comparisons = new LRUCache<string, Change[]>({ max: 50 })
  const comparing = createInFlight<Change[]>()
  const counted = new LRUCache<string, Staged>({ max: 10_000 })
  const names = new LRUCache<string, string>({ max: 10_000 })
  const lintDraft = createDraftLint()

  async function checksOf(content: Content): Promise<readonly Diagnostic[]> {
    const { root } = content.manifest
    return checks.get(root) ?? checking(root, () => check(content))
  }

  async function check(content: Content): Promise<readonly Diagnostic[]> {
    const { manifest, definition } = content
    const broken = [...checkInvariants(definition), ...(await checkFunctions(definition))]
    // Building takes for granted what the invariants say.
    const built = broken.some(({ severity }) => severity === 'error') ? [] : checkBuild(definition)
    // Whoever deploys looks at what may go wrong; matters of taste are for who edits.
    const doubtful = (await lintDraft(content)).filter(({ severity }) => severity !== 'info')
    const [api] = recordsOf(definition, 'api')
    const found = mergeDiagnostics(api, broken, built, doubtful)
    checks.set(manifest.root, found)
    return found
  }

  async function compare(
    from: Manifest | null,
    to: Manifest,
    open: () => Promise<Definition>,
  ): Promise<Change[]> {
    const key = `${from?.root ?? ''} ${to.root}`
    return (
      comparisons.get(key) ?? comparing(key, async () => judgeFrom(key, from ?? nothing, to, await open()))
    )
  }

  async function judgeFrom(key: string, from: Manifest, to: Manifest, after: Definition): Promise<Change[]> {
    const change = compareManifests(from, to)
    const before = await snapshots.records(from, [...change.updated, ...change.removed])
    const diff: RecordsDiff = {
      added: Object.fromEntries(change.added.map((id) => [id, after.get(id)!])),
      updated: Object.fromEntries(
        change.updated.map((id) => [id, [before.get(id)!, after.get(id)!] as const]),
      ),
      removed: Object.fromEntries(change.removed.map((id) => [id, before.get(id)!])),
    }
    const changes = judge(applyDiff(after, reverseDiff(diff)), after, diff)
    comparisons.set(key, changes)
    return changes
  }

  async function judgePlan(
    content: JudgedContent,
    name: string,
    stage: PlannedStage | null,
  ): Promise<JudgedPlan> {
    const live = stage?.deployment ?? null
    const base = live ? await snapshots.manifest(live.snapshotRoot) : null
    const { apiId, manifest, open } = content
    const judged = overrideVerdicts(
      await compare(base, manifest, open),
      stage?.overrides ?? (await overridesOf(db, apiId)),
    )
    const changes = await withAcknowledgements(
      db,
      { apiId, stage: name, before: base, after: manifest },
      judged,
    )
    return { changes, planHash: planHash(name, live?.id ?? null, { apiId, root: manifest.root }, changes) }
  }

  async function nameOf(
    { apiId, root, overrides }: NamedSnapshot,
    stage: string,
    live: DeploymentModel | null,
  ): Promise<string> {
    const base = live?.id ?? null
    const said = overrides.map(({ check, level }) => [check, level])
    const key = JSON.stringify([apiId, stage, base, root, said])
    const known = names.get(key)
    if (known !== undefined) return known
    const changes = await compare(
      live && (await snapshots.manifest(live.snapshotRoot)),
      await snapshots.manifest(root),
      () => snapshots.definition(root),
    )
    const name = planHash(stage, base, { apiId, root }, overrideVerdicts(changes, overrides))
    names.set(key, name)
    return name
  }

  return {
    nameOf,
    checks: checksOf,
    compare: (from, to, after) => compare(from, to, async () => after),
    judge: judgePlan,
    async staged(from, to, open) {
      const cached = counted.get(`${from ?? ''} ${to}`)
      if (cached) return cached
      const draft = await open()
      const base = from === null ? null : await snapshots.manifest(from)
      const changes = await compare(base, draft.manifest, async () => draft.definition)
      const staged = { ...countChanges(changes), total: changes.length }
      counted.set(`${from ?? ''} ${draft.manifest.root}`, staged)
      return staged
    },
    async plan(draft, name, stage) {
      const live = stage?.deployment ?? null
      const { apiId, manifest, definition } = draft
      const open = async () => definition
      const { changes, planHash } = await judgePlan({ apiId, manifest, open }, name, stage)
      return {
        stage: name,
        base: live && { deployment: live.id, version: live.version },
        draftHash: draft.manifest.root,
        planHash,
        summary: summarize(changes),
        changes,
        checks: [
          ...(await checksOf(draft)),
          ...(stage?.variables === undefined
            ? []
            : lintStages(draft.definition, [
                { name, variables: variablesOf({ variables: stage.variables }) },
              ])),
        ],
      }
    },
  }
}

function planHash(
  stage: string,
  base: string | null,
  { apiId, root }: Pick<NamedSnapshot, 'apiId' | 'root'>,
  changes: readonly Change[],
): string {
  const said = changes.map(({ id, verdict, findings }) => [id, verdict, findings.map(({ check }) => check)])
  return hashText(JSON.stringify([apiId, stage, base, root, said]))
}
