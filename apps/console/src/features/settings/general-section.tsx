import { Badge, Button, buttonClass, ConfirmDialog, SkeletonRows, toast } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { ImportDialog } from '../apis/import-dialog.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { previewStage } from '../shell/stage-health.ts'

/** What the API is, and how to be rid of it. */
export function GeneralSection({ slug }: { slug: string }) {
  const api = useQuery(trpc.apis.get.queryOptions({ slug }))
  const mayRemove = useMay('remove APIs')
  const [dialog, setDialog] = useState<'import' | 'remove' | null>(null)
  if (api.error && !api.data) return <ProblemView error={api.error} onRetry={() => void api.refetch()} />
  if (!api.data) return <SkeletonRows rows={4} />
  const stages = api.data.stages.filter((stage) => stage.name !== previewStage)
  return (
    <Page width="md" title="General">
      <Panel>
        <dl>
          <Line name="Name" value={api.data.name}>
            <Badge>part of the definition</Badge>
            <Link to="/apis/$slug/design" params={{ slug }} className={buttonClass('quiet')}>
              Change in the designer
            </Link>
          </Line>
          <Line name="Slug" value={<code className="text-xs">{api.data.slug}</code>}>
            <span className="text-xs text-fg-3">fixed: it is in every address</span>
          </Line>
          <Line name="Type" value={api.data.type} />
          <Line name="Behaviour" value={api.data.compatibility === 'aws' ? 'Amazon API Gateway' : 'Penstock'}>
            <Badge>part of the definition</Badge>
          </Line>
        </dl>
      </Panel>
      <h2 className="mt-8 mb-2 text-sm font-semibold text-fg">Import into this API</h2>
      <Panel className="flex items-center gap-4 p-4">
        <p className="min-w-0 flex-1 text-sm text-fg-2">
          Merges a description into the draft, or replaces the draft by it. The preview shows it at once;
          stages keep what they serve until you deploy.
        </p>
        <Button onPress={() => setDialog('import')}>Import into the draft</Button>
      </Panel>
      <h2 className="mt-8 mb-2 text-sm font-semibold text-danger">Danger zone</h2>
      <Panel className="flex items-center gap-4 p-4">
        <p className="min-w-0 flex-1 text-sm text-fg-2">
          Removes the draft, {stages.length === 1 ? 'its stage' : `its ${stages.length} stages`}, its history
          and its portal. The gateway stops serving it. This can't be undone.
        </p>
        {mayRemove ? (
          <Button variant="danger" onPress={() => setDialog('remove')}>
            Remove {slug}
          </Button>
        ) : (
          <span className="text-xs text-fg-3">Administrators can remove it</span>
        )}
      </Panel>
      <ImportDialog isOpen={dialog === 'import'} onClose={() => setDialog(null)} slug={slug} />
      <RemoveDialog slug={slug} isOpen={dialog === 'remove'} onClose={() => setDialog(null)} />
    </Page>
  )
}

function Line({ name, value, children }: { name: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex min-h-10 items-center gap-3 border-b border-line px-4 py-1 text-sm last:border-b-0">
      <dt className="w-28 shrink-0 text-fg-3">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-3">
        <span className="min-w-0 flex-1 truncate text-fg">{value}</span>
        {children}
      </dd>
    </div>
  )
}

function RemoveDialog({ slug, isOpen, onClose }: { slug: string; isOpen: boolean; onClose: () => void }) {
  const router = useRouter()
  const remove = useMutation(
    trpc.apis.remove.mutationOptions({
      onSuccess: async () => {
        await router.navigate({ to: '/' })
        toast({ title: `${slug} is removed`, tone: 'ok' })
        await queryClient.invalidateQueries(trpc.apis.list.queryFilter())
      },
    }),
  )
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Remove ${slug}`}
      confirmLabel={`Remove ${slug} for good`}
      isDanger
      typeToConfirm={slug}
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ slug, confirm: slug })}
    >
      <p>Its draft, stages, deployments and portal go. Calls to it are answered with 404.</p>
      {remove.error && <ProblemView error={remove.error} layout="inline" />}
    </ConfirmDialog>
  )
}
