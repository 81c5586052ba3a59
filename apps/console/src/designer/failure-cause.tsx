import { useQuery } from '@tanstack/react-query'
import { trpc } from '../app/trpc.ts'

/**
 * Why a request failed, as the gateway recorded it: its answer does not tell. The record comes some moments after the
 * answer; the live connection says when to ask again.
 */
export function FailureCause({ requestId }: { requestId: string }) {
  const request = useQuery(trpc.requests.get.queryOptions({ id: requestId }))
  const error = request.data?.error
  if (!error) return null
  return (
    <p className="rounded-md border border-line bg-sunken px-2 py-1.5 text-sm break-words text-fg">
      {error.cause} <code className="text-xs whitespace-nowrap text-danger">{error.code}</code>
    </p>
  )
}
