import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'
import { CanaryBar } from './canary-bar.tsx'

/** The canaries of an API, or the one of a stage. */
export function CanaryBars({ slug, stage }: { slug: string; stage?: string }) {
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  return stages.data
    ?.filter(({ name, canarySettings }) => canarySettings && (stage === undefined || name === stage))
    .map((one) => (
      <CanaryBar
        key={one.name}
        slug={slug}
        stage={one}
        className="mb-4 overflow-hidden rounded-lg border border-line"
      />
    ))
}
