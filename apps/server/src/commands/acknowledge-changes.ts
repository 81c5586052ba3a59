import { AppError } from '@penstock/errors'
import { fingerprintOf } from '../store/acknowledgements.ts'
import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { stageToDeploy } from '../store/stages.ts'
import type { CommandContext } from './context.ts'

export interface AcknowledgeInput {
  readonly slug: string
  readonly stage: string
  /** Ids of changes of the plan. */
  readonly changes: readonly string[]
  readonly reason: string
}

/**
 * Somebody takes staged changes upon themselves, as they are now: one that becomes another is not acknowledged any
 * more. Another acknowledgement of the same change replaces this one. Throws ACKNOWLEDGEMENT_UNKNOWN, and then
 * acknowledges none.
 */
export async function acknowledgeChanges(
  context: CommandContext,
  { slug, stage, changes: named, reason }: AcknowledgeInput,
): Promise<void> {
  const ids = [...new Set(named)]
  const { db, clock, drafts, live, actor, planner, snapshots } = context
  const { apiId, definition, manifest: after } = await drafts.open(slug)
  const at = await stageToDeploy(db, { id: apiId, slug }, stage)
  const open = async () => definition
  const plan = await planner.judge({ apiId, manifest: after, open }, stage, at)
  const before = at?.deployment ? await snapshots.manifest(at.deployment.snapshotRoot) : null
  const planned = new Map(plan.changes.map((change) => [change.id, change]))
  const unknown = ids.filter((id) => !planned.has(id))
  if (unknown.length > 0)
    throw new AppError('ACKNOWLEDGEMENT_UNKNOWN', { params: { names: unknown.join(', '), stage } })
  const changes = ids.flatMap((id) => planned.get(id) ?? [])
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const now = clock.now()
    await tx.changeAcknowledgement.deleteMany({
      where: { apiId: api.id, stage, changeId: { in: ids } },
    })
    await tx.changeAcknowledgement.createMany({
      data: changes.map((change) => ({
        apiId: api.id,
        stage,
        changeId: change.id,
        fingerprint: fingerprintOf(change, { before, after }),
        reason,
        author: actor.name,
        authorKind: actor.kind,
        authorId: actor.id,
        createdAt: now,
      })),
    })
    const titles = changes.map(({ title }) => title)
    const data = { stage, count: ids.length, changes: ids.slice(0, 20), titles: titles.slice(0, 20), reason }
    await audit(tx, now, actor, { api, action: 'acknowledge-change', data })
  })
  live.publish({ type: 'stages', slug })
}
