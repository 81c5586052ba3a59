import type { PlanView } from '@penstock/server'
import type { QueryClient } from '@tanstack/react-query'
import { openPlan } from '../../app/open-changes.ts'
import { trpc } from '../../app/trpc.ts'
import { planContent } from './plan-queries.ts'

/**
 * The plan as it is now, held before it is told: its picture and its text are there however fast others save. `gone` is
 * the one that was not; where the draft came back to it, what was refused of it is asked for again.
 */
export async function readHeldPlan(
  queryClient: QueryClient,
  named: { readonly slug: string; readonly stage: string },
  gone: string,
): Promise<PlanView> {
  const asked = trpc.plan.get.queryOptions({ ...named, hold: true })
  const plan = await queryClient.fetchQuery({ ...asked, staleTime: 0, gcTime: 0 })
  if (plan.planHash === gone) {
    const again = { ...named, planHash: gone }
    await Promise.all([
      queryClient.resetQueries({ queryKey: planContent(again).queryKey }),
      queryClient.resetQueries(trpc.plan.text.queryFilter(again)),
      queryClient.resetQueries(trpc.plan.examples.queryFilter(again)),
      queryClient.resetQueries(trpc.plan.consequences.queryFilter(again)),
    ])
  }
  // It is the newest that is known: what was read before is not offered as newer.
  queryClient.setQueryData(trpc.plan.get.queryKey(named), plan)
  return openPlan(plan)
}
