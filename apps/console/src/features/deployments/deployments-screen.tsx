import type { DeploymentView } from '@penstock/server'
import { buttonClass, Button, CodeBlock, EmptyState, SearchField, Select, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { GitCompare, History, SearchX } from 'lucide-react'
import { useState } from 'react'
import { useNameOf } from '../../app/person-name.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { present } from '../../routes/search.ts'
import { Page } from '../shell/page.tsx'
import { CanaryBars } from '../canary/canary-bars.tsx'
import { CompareView } from './compare-view.tsx'
import { DeploymentTable } from './deployment-table.tsx'
import { DeploymentsTabs } from './deployments-tabs.tsx'
import { type DeploymentFilter, filterDeployments, servedBefore } from './filter-deployments.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { RollbackDialog } from './rollback-dialog.tsx'
import { undoRollback } from './use-rollback.tsx'

const route = getRouteApi('/inside/apis/$slug/deployments')
const allStages = ':all'
const anySource = 'any'
const sourceOptions = [
  { value: anySource, label: 'From anywhere' },
  { value: 'console', label: 'Console' },
  { value: 'cli', label: 'Command line' },
  { value: 'api', label: 'REST' },
] as const

/** What was live when, by whom and why; compare any two, or go back to one. */
export function DeploymentsScreen() {
  const { slug } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const nameOf = useNameOf()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [target, setTarget] = useState<DeploymentView>()
  const [restored, setRestored] = useState<DeploymentView>()
  const deployments = useQuery(trpc.deployments.list.queryOptions({ slug }))
  useTitle('Deployments', slug)

  if (deployments.error && !deployments.data) {
    return <ProblemView error={deployments.error} onRetry={() => void deployments.refetch()} />
  }
  if (!deployments.data) return <SkeletonRows />
  const all = deployments.data
  const from = all.find((deployment) => deployment.id === search.from)
  const to = all.find((deployment) => deployment.id === search.to)
  if (from && to) return <CompareView slug={slug} from={from} to={to} />
  if (all.length === 0)
    return (
      <>
        <DeploymentsTabs slug={slug} />
        <NoDeployments slug={slug} />
      </>
    )

  const stages = [...new Set(all.map((deployment) => deployment.stage))]
  const shown = filterDeployments(all, search, nameOf)
  const narrow = (part: DeploymentFilter) =>
    void navigate({
      search: (before) => {
        const { stage, source, q } = { ...before, ...part }
        return present({ stage, source, q })
      },
      replace: true,
    })
  const [first, second] = all.filter((deployment) => picked.includes(deployment.id))
  return (
    <>
      <DeploymentsTabs slug={slug} />
      <Page
        title="Deployments"
        lead="Each is a snapshot that never changes. A stage points at one of them."
        actions={
          <>
            <SearchField
              label="Search the history"
              placeholder="Reason, author, v12"
              value={search.q ?? ''}
              onChange={(q) => narrow({ q: q || undefined })}
              className="w-48"
            />
            <Select
              aria-label="Source"
              value={search.source ?? anySource}
              onChange={(source) => narrow({ source: source === anySource ? undefined : source })}
              options={sourceOptions}
              className="w-36"
            />
            {stages.length > 1 && (
              <Select
                aria-label="Stage"
                value={search.stage ?? allStages}
                onChange={(stage) => narrow({ stage: stage === allStages ? undefined : stage })}
                options={[
                  { value: allStages, label: 'All stages' },
                  ...stages.map((stage) => ({ value: stage, label: stage })),
                ]}
                className="w-40"
              />
            )}
            <Button
              icon={<GitCompare aria-hidden className="size-3.5" />}
              isDisabled={!first || !second}
              onPress={() =>
                first && second && void navigate({ search: { ...search, from: second.id, to: first.id } })
              }
            >
              {first && second ? `Compare v${second.version} with v${first.version}` : 'Pick two to compare'}
            </Button>
          </>
        }
      >
        <CanaryBars slug={slug} />
        <DeploymentTable
          slug={slug}
          deployments={shown}
          all={all}
          picked={picked}
          onPick={(id, isPicked) =>
            setPicked((before) =>
              isPicked ? [...before, id].slice(-2) : before.filter((other) => other !== id),
            )
          }
          onRollBack={setTarget}
          onRestore={setRestored}
          onUndo={(rollback) => {
            const before = servedBefore(all, rollback)
            if (before) void undoRollback(slug, { rollback, before })
          }}
        />
        {shown.length === 0 && (
          <EmptyState icon={<SearchX aria-hidden />} title="No deployment fits">
            <Button onPress={() => void navigate({ search: {} })}>Show all</Button>
          </EmptyState>
        )}
        {restored && <RestoreDialog slug={slug} target={restored} onClose={() => setRestored(undefined)} />}
        {target && (
          <RollbackDialog
            slug={slug}
            target={target}
            live={all.find((deployment) => deployment.stage === target.stage && deployment.live)}
            onClose={() => setTarget(undefined)}
          />
        )}
      </Page>
    </>
  )
}

function NoDeployments({ slug }: { slug: string }) {
  return (
    <EmptyState
      heading="h1"
      icon={<History aria-hidden />}
      title="Nothing was deployed yet"
      action={
        <Link to="/apis/$slug/review" params={{ slug }} className={buttonClass('primary')}>
          Review and deploy
        </Link>
      }
      snippet={<CodeBlock label="deploy command" code={`penstock deploy ${slug} prod`} />}
    >
      Every deployment is kept here with what it changed, so that any moment can be compared and brought back.
    </EmptyState>
  )
}
