import type { DeploymentView } from '@penstock/server'
import { buttonClass, Button, CodeBlock, EmptyState, Select, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { GitCompare, History } from 'lucide-react'
import { useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page } from '../shell/page.tsx'
import { CompareView } from './compare-view.tsx'
import { DeploymentTable } from './deployment-table.tsx'
import { RollbackDialog } from './rollback-dialog.tsx'

const route = getRouteApi('/inside/apis/$slug/deployments')
const allStages = ':all'

/** What was live when, by whom and why; compare any two, or go back to one. */
export function DeploymentsScreen() {
  const { slug } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [target, setTarget] = useState<DeploymentView>()
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
  if (all.length === 0) return <NoDeployments slug={slug} />

  const stages = [...new Set(all.map((deployment) => deployment.stage))]
  const shown = all.filter((deployment) => search.stage === undefined || deployment.stage === search.stage)
  const [first, second] = all.filter((deployment) => picked.includes(deployment.id))
  return (
    <Page
      title="Deployments"
      lead="Each is a snapshot that never changes. A stage points at one of them."
      actions={
        <>
          {stages.length > 1 && (
            <Select
              aria-label="Stage"
              value={search.stage ?? allStages}
              onChange={(stage) => void navigate({ search: stage === allStages ? {} : { stage } })}
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
      <DeploymentTable
        slug={slug}
        deployments={shown}
        picked={picked}
        onPick={(id, isPicked) =>
          setPicked((before) =>
            isPicked ? [...before, id].slice(-2) : before.filter((other) => other !== id),
          )
        }
        onRollBack={setTarget}
      />
      {target && (
        <RollbackDialog
          slug={slug}
          target={target}
          live={all.find((deployment) => deployment.stage === target.stage && deployment.live)}
          onClose={() => setTarget(undefined)}
        />
      )}
    </Page>
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
