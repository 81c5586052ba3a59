import { Badge, buttonClass, CopyButton, RadioCards, SkeletonRows } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowUpRight } from 'lucide-react'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel } from '../shell/page.tsx'

const route = getRouteApi('/inside/apis/$slug/portal')

/** Who sees the API's documentation, and where it is. */
export function PortalScreen() {
  const { slug } = route.useParams()
  useTitle('Portal', slug)
  const portal = useQuery(trpc.portal.get.queryOptions({ slug }))
  const key = trpc.portal.get.queryKey({ slug })
  const update = useMutation(
    trpc.portal.update.mutationOptions({
      onMutate: ({ visibility }) => {
        const before = queryClient.getQueryData(key)
        queryClient.setQueryData(key, { visibility })
        return before
      },
      onError: (_error, _input, before) => queryClient.setQueryData(key, before),
      onSettled: () => queryClient.invalidateQueries(trpc.apis.list.queryFilter()),
    }),
  )
  if (portal.error && !portal.data) {
    return <ProblemView error={portal.error} onRetry={() => void portal.refetch()} />
  }
  if (!portal.data) return <SkeletonRows rows={4} />
  const { visibility } = portal.data
  const address = `/portal/${slug}`
  const isOn = visibility !== 'off'
  return (
    <Page
      width="md"
      title="Developer portal"
      lead="Reference, examples and try-it, made from what is deployed. Never from the draft."
      actions={
        isOn && (
          <a href={address} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
            Open the portal
            <ArrowUpRight aria-hidden className="size-3.5" />
          </a>
        )
      }
    >
      <Panel className="flex flex-col gap-4 p-4">
        <RadioCards
          label="Who may read it"
          value={visibility}
          onChange={(next) => update.mutate({ slug, visibility: next })}
          options={[
            { value: 'off', label: 'Nobody', description: 'There is no portal for this API.' },
            {
              value: 'signed-in',
              label: 'People with an account',
              description: 'Whoever can sign in to this Penstock.',
            },
            {
              value: 'public',
              label: 'Everybody',
              description: 'Whoever can reach this address, without an account.',
            },
          ]}
        />
        <p className="flex items-center gap-2 text-xs text-fg-3">
          <Badge tone="info">takes effect at once</Badge>
          {update.isPending ? 'Saving' : update.isSuccess ? 'Saved' : ''}
        </p>
        {update.error && <ProblemView error={update.error} layout="inline" />}
        {isOn && (
          <div className="flex items-center gap-1 border-t border-line pt-3 text-sm">
            <span className="w-20 shrink-0 text-xs text-fg-3">Address</span>
            <code className="min-w-0 truncate text-xs text-fg">{`${location.origin}${address}`}</code>
            <CopyButton text={`${location.origin}${address}`} label="Copy the portal's address" />
          </div>
        )}
      </Panel>
    </Page>
  )
}
