import { type Change, checkList, overrideVerdicts, type Verdict, verdicts } from '@penstock/diff'
import type { DeploymentModel } from '@penstock/prisma'
import { LRUCache } from 'lru-cache'
import type { Core } from '../core.ts'
import { overridesThen } from '../store/check-overrides.ts'
import { createInFlight } from '../store/in-flight.ts'
import type { PortalChange, PortalRelease } from './portal-view.ts'

export interface Changelog {
  /** What the deployments of a stage changed for its callers, newest first. */
  releases(apiId: string, stage: string): Promise<PortalRelease[]>
}

/** Deployments that are looked at: who comes back after longer reads the description instead. */
const deploymentsMax = 100
/** What callers of an API are told of; how it is made is nobody's business but its makers'. */
const contractKinds: ReadonlySet<string> = new Set([
  'api',
  'resource',
  'method',
  'model',
  'component',
  'authorizer',
  'documentation',
])
/** About the description's own workings, which no caller meets. */
const internalChecks = new Set([
  'record-added',
  'record-removed',
  'same-meaning',
  'compatibility-changed',
  'extensions-changed',
  'opaque-changed',
  ...checkList.filter(({ area }) => area === 'behaviour').map(({ id }) => id),
])

/** Made of the deployments, and kept by their contents, which never change: a page that anybody may ask for costs little. */
export function createChangelog({
  db,
  planner,
  snapshots,
}: Pick<Core, 'db' | 'planner' | 'snapshots'>): Changelog {
  const known = new LRUCache<string, readonly Change[]>({ max: 1000 })
  const comparing = createInFlight<readonly Change[]>()

  async function told(before: DeploymentModel, row: DeploymentModel): Promise<PortalChange[]> {
    const found = await changes(before.snapshotRoot, row.snapshotRoot)
    return publicChanges(overrideVerdicts(found, overridesThen(row)))
  }

  async function changes(from: string, to: string): Promise<readonly Change[]> {
    if (from === to) return []
    const key = `${from} ${to}`
    const held = known.get(key)
    if (held) return held
    return comparing(key, async () => {
      const all = await planner.compare(
        await snapshots.manifest(from),
        await snapshots.manifest(to),
        await snapshots.definition(to),
      )
      // Without what nobody is told, which is most of it.
      const found = all.flatMap((change) =>
        contractKinds.has(change.kind) ? [{ ...change, fields: [], also: [] }] : [],
      )
      known.set(key, found)
      return found
    })
  }

  return {
    async releases(apiId, stage) {
      const rows = await db.deployment.findMany({
        // What was only tried is told when everybody has it.
        where: { apiId, stage, NOT: { kind: 'canary' } },
        orderBy: { version: 'desc' },
        take: deploymentsMax + 1,
      })
      const releases: PortalRelease[] = []
      const last = Math.min(rows.length, deploymentsMax)
      for (let at = 0; at < last; at++) {
        const row = rows[at]!
        const before = rows[at + 1]
        const backTo = backToOf(rows, at)
        // The first version changed nothing for anybody, but it is where the log begins.
        if (!before) releases.push(release(row, { backTo, undid: null }, []))
        else {
          const found = await told(before, row)
          const isUndone = undoesRollback(rows, at)
          const going = { backTo, undid: isUndone ? before.version : null }
          if (found.length > 0) releases.push(release(row, going, isUndone ? [] : found))
          // The rollback is told of together with its undo.
          if (isUndone) at++
        }
      }
      return releases
    },
  }
}

/** The latest version before a rollback that served the same; null where it is none, or this stage never served that. */
function backToOf(newestFirst: readonly DeploymentModel[], at: number): number | null {
  const { kind, snapshotRoot } = newestFirst[at]!
  if (kind !== 'rollback') return null
  const earlier = newestFirst.slice(at + 1).find((row) => row.snapshotRoot === snapshotRoot)
  return earlier?.version ?? null
}

/** Whether a deployment serves again what the rollback right before it took away. */
function undoesRollback(newestFirst: readonly DeploymentModel[], at: number): boolean {
  const [row, rollback, before] = newestFirst.slice(at, at + 3)
  return rollback?.kind === 'rollback' && row?.snapshotRoot === before?.snapshotRoot
}

function release(
  { id, version, createdAt }: DeploymentModel,
  going: Pick<PortalRelease, 'backTo' | 'undid'>,
  changes: readonly PortalChange[],
): PortalRelease {
  return {
    id,
    version,
    deployedAt: createdAt.toISOString(),
    ...going,
    changes: changes.filter(({ verdict }) => verdict !== 'documentation'),
    documentation: changes.filter(({ verdict }) => verdict === 'documentation'),
  }
}

/** What of the changes callers are told, worst first: what an integration does or where it goes is not among it. */
export function publicChanges(changes: readonly Change[]): PortalChange[] {
  return changes
    .flatMap((change) => {
      if (!contractKinds.has(change.kind)) return []
      const findings = change.findings.filter(({ check }) => !internalChecks.has(check))
      if (findings.length === 0) return []
      return [
        {
          title: change.title,
          action: change.action,
          verdict: worstOf(findings.map(({ verdict }) => verdict)),
          details: findings.map(({ message }) => message),
        },
      ]
    })
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
}

function worstOf(given: readonly Verdict[]): Verdict {
  return verdicts.find((verdict) => given.includes(verdict))!
}
