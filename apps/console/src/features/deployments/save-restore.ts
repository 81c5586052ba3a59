import type { inferOutput } from '@trpc/tanstack-react-query'
import { type trpc, trpcClient } from '../../app/trpc.ts'

type Restore = inferOutput<typeof trpc.deployments.restore>['restore']
type Saved = Awaited<ReturnType<typeof saveRestore>>

/** One change of the draft, with the revisions that were looked at: refused when somebody changed one of them since. */
export function saveRestore(slug: string, { added, updated, removed }: Restore) {
  return trpcClient.draft.save.mutate({
    slug,
    changeId: crypto.randomUUID(),
    added: [...added],
    updated: [...updated],
    removed: [...removed],
  })
}

/** The same the other way round; refused when somebody has gone on with what was restored. */
export async function undoRestore(slug: string, restore: Restore, { revisions }: Saved): Promise<void> {
  const { added, removed, before } = restore
  const gone = new Set(removed.map(({ id }) => id))
  const revision = (id: string) => revisions[id] ?? 0
  await trpcClient.draft.save.mutate({
    slug,
    changeId: crypto.randomUUID(),
    added: before.filter(({ id }) => gone.has(id)),
    updated: before
      .filter(({ id }) => !gone.has(id))
      .map((record) => ({ record, revision: revision(record.id) })),
    removed: added.map(({ id }) => ({ id, revision: revision(id) })),
  })
}
