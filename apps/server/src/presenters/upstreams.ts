import { targetHealthSchema } from '@penstock/bundle'
import { z } from 'zod'
import type { SeenTarget } from '../sync/target-board.ts'

const { state, since, error } = targetHealthSchema.shape

export const upstreamViewSchema = z.object({
  stage: z.string(),
  upstream: z.string(),
  targets: z.array(
    z.object({
      target: z.string(),
      nodes: z.array(
        z.object({
          node: z.string(),
          state: state.describe(
            '`unhealthy` by its checks, `left_out` because its calls failed, `on_trial` when one call at a time shows whether it stands again.',
          ),
          since: since.describe('Milliseconds since the epoch; of a target that is not healthy.'),
          error: error.describe('Why a check or a call failed last; of a target that is not healthy.'),
        }),
      ),
    }),
  ),
})
export type UpstreamView = z.infer<typeof upstreamViewSchema>

/** By stage, upstream and target, in the order of their names. */
export function presentUpstreams(seen: readonly SeenTarget[]): UpstreamView[] {
  const views: UpstreamView[] = []
  for (const { stage, upstream, target, node, state, since, error } of seen.toSorted(byName)) {
    let view = views.at(-1)
    if (view?.stage !== stage || view.upstream !== upstream) {
      view = { stage, upstream, targets: [] }
      views.push(view)
    }
    let last = view.targets.at(-1)
    if (last?.target !== target) {
      last = { target, nodes: [] }
      view.targets.push(last)
    }
    last.nodes.push({ node, state, since, error })
  }
  return views
}

function byName(a: SeenTarget, b: SeenTarget): number {
  const order = (key: 'stage' | 'upstream' | 'target' | 'node') =>
    a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0
  return order('stage') || order('upstream') || order('target') || order('node')
}
