import type { Acknowledgement, Change } from '@penstock/diff'
import { hashIn, hashText, type Manifest } from '@penstock/model/snapshot'
import type { Executor } from './executor.ts'
import { keptActor } from './kept-actor.ts'

/** What somebody took upon themselves, as a deployment keeps it. */
export interface KeptAcknowledgement extends Acknowledgement {
  readonly change: string
  readonly title: string
  /** What was found of it. */
  readonly checks: readonly string[]
}

/** What changes lead from and to; null where nothing was deployed. */
export interface Between {
  readonly before: Manifest | null
  readonly after: Manifest
}

/** Changes of a stage's plan with what people acknowledged. One that became another since is not acknowledged. */
export async function withAcknowledgements(
  db: Executor,
  { apiId, stage, ...between }: Between & { readonly apiId: string; readonly stage: string },
  changes: readonly Change[],
): Promise<Change[]> {
  const rows = await db.changeAcknowledgement.findMany({ where: { apiId, stage } })
  if (rows.length === 0) return [...changes]
  const byChange = new Map(rows.map((row) => [row.changeId, row]))
  return changes.map((change) => {
    const row = byChange.get(change.id)
    if (!row || row.fingerprint !== fingerprintOf(change, between)) return change
    const { reason, author, authorKind, authorId, createdAt } = row
    const said = { reason, by: author, actor: keptActor(authorKind, authorId), at: createdAt.toISOString() }
    return { ...change, acknowledged: said }
  })
}

/**
 * Names what a change is and how it is judged: the same for two plans of one edit, another as soon as the edit goes on.
 * By the content of each record that it moves, since what is shown of them leaves out secrets and all of what is new.
 */
export function fingerprintOf(
  { id, record, verdict, findings, also }: Change,
  { before, after }: Between,
): string {
  const found = findings.map((finding) => [finding.check, finding.verdict, finding.message])
  const moved = [record, ...also.map((other) => other.record)].map((of) => [
    of,
    before && hashIn(before, of),
    hashIn(after, of),
  ])
  return hashText(JSON.stringify([id, verdict, found, moved]))
}

/** What a deployment keeps of the changes that it makes. */
export function keptOf(changes: readonly Change[]): KeptAcknowledgement[] {
  return changes.flatMap(({ id, title, findings, acknowledged }) =>
    acknowledged
      ? [{ change: id, title, checks: [...new Set(findings.map(({ check }) => check))], ...acknowledged }]
      : [],
  )
}

/** Changes with what a deployment kept of them, and with nothing that was acknowledged of another plan. */
export function withKept(changes: readonly Change[], kept: readonly KeptAcknowledgement[]): Change[] {
  const byChange = new Map(kept.map((given) => [given.change, given]))
  return changes.map(({ acknowledged: _, ...change }) => {
    const given = byChange.get(change.id)
    if (!given) return change
    const { reason, by, actor, at } = given
    return { ...change, acknowledged: { reason, by, actor, at } }
  })
}
