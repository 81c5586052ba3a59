import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { trpcClient } from '../../app/trpc.ts'
import type { DesignerSession } from '../session.ts'
import { authorOf } from './author-of.ts'

/** So far back in the log is looked. */
const mostEntries = 200

/**
 * Finds out who made theirs of each conflict, and when: a refused save does not tell, nor does a draft that is read anew.
 * Who is offline learns it later.
 */
export function useConflictAuthors({ slug, autosave }: DesignerSession): void {
  const unknown = () => {
    const { state } = autosave
    return state.status === 'conflict' ? state.conflicts.filter(({ at }) => at === undefined) : []
  }
  const asked = useSyncExternalStore(
    (listener) => autosave.onChange(listener),
    () =>
      unknown()
        .map(({ id, revision }) => `${id} ${revision}`)
        .join(),
  )
  const { data: log } = useQuery({
    queryKey: ['conflict authors', slug, asked],
    queryFn: () => trpcClient.audit.list.query({ slug, kind: 'definition', limit: mostEntries }),
    enabled: asked !== '',
    gcTime: 0,
  })
  useEffect(() => {
    if (!log) return
    for (const conflict of unknown()) {
      const author = authorOf(conflict, log.entries)
      if (author) autosave.told(conflict.id, conflict.revision, author)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the log was read for what is unknown
  }, [log, autosave])
}
