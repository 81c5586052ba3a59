import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { liveConnection } from '../../app/live.ts'
import { trpc } from '../../app/trpc.ts'
import type { ActivitySearch } from './activity-filter.tsx'
import { isApart, mergeNewest } from './merge-newest.ts'

export type AuditAsked = Omit<ActivitySearch, 'api'> & { readonly slug?: string }

/** The pages of the audit log that somebody opened, with what happens meanwhile: of that only the newest page is asked for. */
export function useEntries(asked: AuditAsked) {
  const audit = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(asked, {
      getNextPageParam: ({ next }) => next,
      staleTime: 0,
      placeholderData: (previous) => previous,
    }),
  )
  const newest = useQuery(trpc.audit.list.queryOptions(asked, { enabled: false }))
  const loaded = useMemo(() => audit.data?.pages.flatMap((page) => page.entries), [audit.data])
  const refresh = useEffectEvent(async () => {
    const { data } = await newest.refetch()
    if (data && loaded && isApart(loaded, data)) await audit.refetch()
  })
  useEffect(() => liveConnection.subscribe(({ type }) => void (type === 'activity' && refresh())), [])
  return { audit, entries: loaded && mergeNewest(loaded, audit.isPlaceholderData ? undefined : newest.data) }
}
