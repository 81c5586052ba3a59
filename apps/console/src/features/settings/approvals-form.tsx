import type { StageSummary } from '@penstock/server'
import { Select } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { SettingHeading } from './setting-heading.tsx'

const choices = [
  { value: '0', label: 'Nobody: deploy directly' },
  { value: '1', label: 'One other person' },
  { value: '2', label: 'Two other people' },
]

const meanings = [
  'Whoever may deploy does so from the review.',
  'Deploying needs a deploy request that somebody else approves.',
  'Deploying needs a deploy request that two other people approve.',
]

/** How many people have to approve what is deployed to a stage. */
export function ApprovalsForm({ slug, stage }: { slug: string; stage: StageSummary }) {
  const mayChange = useMay('change who approves deployments')
  const update = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
    }),
  )
  const { name, requiredApprovals } = stage
  return (
    <div>
      <SettingHeading>Who approves deployments</SettingHeading>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Select
          aria-label={`Who approves deployments to ${name}`}
          value={String(requiredApprovals)}
          isDisabled={!mayChange || update.isPending}
          onChange={(count) => update.mutate({ slug, stage: name, requiredApprovals: Number(count) })}
          options={choices}
          className="w-56"
        />
        <p className="min-w-0 flex-1 text-sm text-fg-2">
          {meanings[requiredApprovals]}
          {mayChange ? '' : ' Administrators change this.'}
        </p>
      </div>
      {update.error && <ProblemView error={update.error} layout="inline" className="mt-2" />}
    </div>
  )
}
