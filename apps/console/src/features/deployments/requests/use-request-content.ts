import type { DeployRequestDetail } from '@penstock/server'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../app/trpc.ts'

/** Everything that a request deploys. Another plan is another content, also under the same number. */
export function useRequestContent(
  slug: string,
  { number, planHash }: Pick<DeployRequestDetail, 'number' | 'planHash'>,
) {
  return useQuery({
    ...trpc.deployRequests.content.queryOptions({ slug, number, planHash }),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
