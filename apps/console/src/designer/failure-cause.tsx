import { useQuery } from '@tanstack/react-query'
import { trpc } from '../app/trpc.ts'

/** The request was made a moment ago: it is among so many of the latest. */
const latest = 100

/**
 * Why a request failed, as the gateway recorded it: its answer does not tell. The record comes some moments after the
 * answer; the live connection says when to look again.
 */
export function FailureCause({ slug, requestId }: { slug: string; requestId: string }) {
  const { data: error } = useQuery({
    ...trpc.requests.list.queryOptions({ slug, limit: latest }),
    select: (requests) => requests.find(({ id }) => id === requestId)?.error,
  })
  if (!error) return null
  return (
    <p className="rounded-md border border-line bg-sunken px-2 py-1.5 text-sm break-words text-fg">
      {error.cause} <code className="text-xs whitespace-nowrap text-danger">{error.code}</code>
    </p>
  )
}
