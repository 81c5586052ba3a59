import type { OverrideLevel } from '@penstock/diff'
import { lockApi } from '../store/apis.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { CommandContext } from './context.ts'

export interface OverrideCheckInput {
  readonly slug: string
  readonly check: string
  /** Null: what the check says by itself again. */
  readonly level: OverrideLevel | null
  readonly reason: string
}

/** Says what a check means for one API, in every plan from now on. */
export async function overrideCheck(
  context: CommandContext,
  { slug, check, level, reason }: OverrideCheckInput,
): Promise<void> {
  const { clock, live, actor } = context
  await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    const now = clock.now()
    const key = { apiId: api.id, check }
    const before = await tx.checkOverride.findUnique({ where: { apiId_check: key } })
    if (level === null) {
      if (!before) return
      await tx.checkOverride.delete({ where: { apiId_check: key } })
    } else {
      const { name: author, kind: authorKind, id: authorId } = actor
      const said = { level, reason, author, authorKind, authorId, createdAt: now }
      await tx.checkOverride.upsert({
        where: { apiId_check: key },
        create: { ...key, ...said },
        update: said,
      })
    }
    const data = { check, from: before?.level ?? null, to: level, reason }
    await audit(tx, now, actor, { api, action: 'override-check', data })
  })
  live.publish({ type: 'stages', slug })
}
