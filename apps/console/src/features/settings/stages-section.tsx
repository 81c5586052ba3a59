import type { StageSummary } from '@penstock/server'
import {
  Button,
  ConfirmDialog,
  CopyButton,
  EmptyState,
  SkeletonRows,
  StatusDot,
  TextField,
} from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Milestone } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { Page, Panel } from '../shell/page.tsx'
import { healthOf, previewStage, servingText } from '../shell/stage-health.ts'
import { ApprovalsForm } from './approvals-form.tsx'
import { StageLimits } from './limits-form.tsx'
import { ResponseCache } from './response-cache.tsx'
import { SettingHeading } from './setting-heading.tsx'
import { VariablesForm } from './variables-form.tsx'

/** The stages of an API with their variables. Nothing here waits for a deployment. */
export function StagesSection({ slug }: { slug: string }) {
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  if (stages.error && !stages.data)
    return <ProblemView error={stages.error} onRetry={() => void stages.refetch()} />
  if (!stages.data) return <SkeletonRows rows={4} />
  const own = stages.data.filter((stage) => stage.name !== previewStage)
  const preview = stages.data.find((stage) => stage.name === previewStage)
  return (
    <Page
      width="md"
      title="Stages and variables"
      lead="Settings of a stage take effect at once, without a deployment. What the API does is changed in the designer and deployed."
      actions={<NewStage slug={slug} />}
    >
      {own.length === 0 && (
        <EmptyState icon={<Milestone aria-hidden />} title="No stage yet">
          A stage is an address that serves one deployment of this API, such as <code>prod</code>.
        </EmptyState>
      )}
      <div className="flex flex-col gap-4">
        {own.map((stage) => (
          <StagePanel key={stage.name} slug={slug} stage={stage} />
        ))}
        {preview && <PreviewPanel slug={slug} preview={preview} stages={own} />}
      </div>
    </Page>
  )
}

function NewStage({ slug }: { slug: string }) {
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.stages.create.mutationOptions({
      onSuccess: async () => {
        setName('')
        await queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug }))
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ slug, name })
  }
  return (
    <div className="flex flex-col items-end gap-2">
      <form onSubmit={submit} className="flex items-center gap-2">
        <TextField
          aria-label="Name of the new stage"
          placeholder="New stage"
          value={name}
          onChange={setName}
          isRequired
          isMono
          pattern="[A-Za-z0-9_\-]+|\$default"
          className="w-36"
        />
        <Button type="submit" isPending={create.isPending}>
          Add stage
        </Button>
      </form>
      {create.error && <ProblemView error={create.error} layout="inline" />}
    </div>
  )
}

function StagePanel({ slug, stage }: { slug: string; stage: StageSummary }) {
  const [isRemoving, setRemoving] = useState(false)
  const remove = useMutation(
    trpc.stages.remove.mutationOptions({
      onSuccess: async () => {
        setRemoving(false)
        await queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug }))
      },
    }),
  )
  return (
    <Panel>
      <header className="flex h-11 items-center gap-2 border-b border-line px-4">
        <StatusDot health={healthOf(stage)} />
        <h2 className="text-sm font-semibold text-fg">{stage.name}</h2>
        <span className="tabular text-sm text-fg-2">{stage.version === null ? '' : `v${stage.version}`}</span>
        <span className="min-w-0 flex-1 truncate text-xs text-fg-3">{servingText(stage)}</span>
        <Button variant="danger" onPress={() => setRemoving(true)}>
          Remove<span className="sr-only"> stage {stage.name}</span>
        </Button>
      </header>
      <div className="flex flex-col gap-4 p-4">
        <div className="flex flex-col">
          <Address name="By path" url={stage.url} />
          <Address name="By host" url={stage.hostUrl} />
        </div>
        <ApprovalsForm slug={slug} stage={stage} />
        <StageLimits slug={slug} stage={stage} />
        <ResponseCache slug={slug} stage={stage} />
        <div>
          <VariablesHeading />
          <VariablesForm slug={slug} stage={stage.name} variables={stage.variables} />
        </div>
      </div>
      <ConfirmDialog
        isOpen={isRemoving}
        onClose={() => setRemoving(false)}
        title={`Remove the stage ${stage.name}`}
        confirmLabel={`Remove ${stage.name}`}
        isDanger
        {...(stage.version === null ? {} : { typeToConfirm: stage.name })}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate({ slug, stage: stage.name })}
      >
        <p>
          {stage.version === null
            ? 'Nothing is deployed there.'
            : `The gateway stops answering at ${stage.url}. Its variables are lost.`}
        </p>
        {remove.error && <ProblemView error={remove.error} layout="inline" />}
      </ConfirmDialog>
    </Panel>
  )
}

/** The draft's own stage: it comes with the API and is not deployed to, so only its variables are here. */
function PreviewPanel(props: { slug: string; preview: StageSummary; stages: readonly StageSummary[] }) {
  const { slug, preview, stages } = props
  return (
    <Panel>
      <header className="flex h-11 items-center gap-2 border-b border-line px-4">
        <StatusDot health={healthOf(preview)} />
        <h2 className="text-sm font-semibold text-fg">{preview.name}</h2>
        <span className="min-w-0 flex-1 truncate text-xs text-fg-3">
          Serves the draft, to calls that show its token
        </span>
      </header>
      <div className="p-4">
        <VariablesHeading />
        <VariablesForm
          slug={slug}
          stage={preview.name}
          variables={preview.variables}
          sources={stages.filter(({ variables }) => Object.keys(variables).length > 0)}
        />
      </div>
    </Panel>
  )
}

function VariablesHeading() {
  return <SettingHeading>Variables</SettingHeading>
}

function Address({ name, url }: { name: string; url: string }): ReactNode {
  return (
    <div className="flex min-w-0 items-center gap-1">
      <span className="w-14 shrink-0 text-xs text-fg-3">{name}</span>
      <code className="min-w-0 truncate text-xs text-fg-2">{url}</code>
      <CopyButton text={url} label={`Copy the address ${name.toLowerCase()}`} />
    </div>
  )
}
