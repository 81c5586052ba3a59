import { queryClient, trpc } from '../../app/trpc.ts'
import { refreshDeployments } from '../deployments/use-rollback.tsx'

/** What is out of date once a canary began, changed or ended. */
export function refreshCanary(slug: string): Promise<unknown> {
  return Promise.all([
    refreshDeployments(slug),
    queryClient.invalidateQueries(trpc.canary.get.queryFilter({ slug })),
    queryClient.invalidateQueries(trpc.deployRequests.list.pathFilter()),
    queryClient.invalidateQueries(trpc.deployRequests.get.pathFilter()),
  ])
}
