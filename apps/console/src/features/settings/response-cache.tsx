import type { StageSummary } from '@penstock/server'
import { Switch } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { CacheForm } from './cache-form.tsx'
import { FlushCache } from './flush-cache.tsx'
import { SettingHeading } from './setting-heading.tsx'

/** Whether a stage keeps answers, how, and its flush. A WebSocket API has none to keep. */
export function ResponseCache({ slug, stage }: { slug: string; stage: StageSummary }) {
  const headingId = useId()
  const api = useQuery(trpc.apis.get.queryOptions({ slug }))
  const mayChange = useMay('change stages')
  const update = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
    }),
  )
  if (api.data?.type === 'WEBSOCKET') return null
  const { name, cache } = stage
  const isOn = cache?.enabled ?? false
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div>
        <SettingHeading id={headingId}>Response cache</SettingHeading>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Switch
            isSelected={isOn}
            isDisabled={!mayChange || update.isPending}
            onChange={(enabled) => update.mutate({ slug, stage: name, cache: { ...cache, enabled } })}
          >
            Keep the answers of GET methods
          </Switch>
          <p className="min-w-0 flex-1 text-sm text-fg-2">{meaningOf(cache)}</p>
        </div>
        {update.error && <ProblemView error={update.error} layout="inline" className="mt-2" />}
      </div>
      {cache !== null && (
        <>
          <CacheForm slug={slug} stage={name} cache={cache} isDisabled={!mayChange} />
          <FlushCache slug={slug} stage={name} flushedAt={stage.cacheFlushedAt} isDisabled={!mayChange} />
        </>
      )}
    </section>
  )
}

function meaningOf(cache: StageSummary['cache']): string {
  if (cache?.enabled) return 'What was answered before calls no integration.'
  const isOfSome = Object.values(cache?.methods ?? {}).some(({ enabled }) => enabled)
  return isOfSome ? 'Only the methods below that say so are kept.' : 'Each request calls its integration.'
}
