import type { inferOutput } from '@trpc/tanstack-react-query'
import { queryClient, trpc } from '../../../app/trpc.ts'

/** What every deed on a request does with its answer: the request as it is now, and what else that touches. */
export function onRequestAnswer(slug: string) {
  return (request: inferOutput<typeof trpc.deployRequests.get>) => {
    const { number } = request
    queryClient.setQueryData(trpc.deployRequests.get.queryKey({ slug, number }), request)
    void queryClient.invalidateQueries(trpc.deployRequests.list.pathFilter())
    void queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug }))
    void queryClient.invalidateQueries(trpc.canary.get.queryFilter({ slug }))
    void queryClient.invalidateQueries(trpc.deployments.list.queryFilter({ slug }))
  }
}
