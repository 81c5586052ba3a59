import { EmptyState, Select, SkeletonRows, SplitPane } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { openChanges } from '../../../app/open-changes.ts'
import { trpc } from '../../../app/trpc.ts'
import { useTitle } from '../../../app/use-title.ts'
import { DeploymentsTabs } from '../deployments-tabs.tsx'
import { servedBefore } from '../filter-deployments.ts'
import { RestoreDialog } from '../restore-dialog.tsx'
import { RollbackDialog } from '../rollback-dialog.tsx'
import { Scrubber } from './scrubber.tsx'
import { useContent } from './use-content.ts'
import { VersionFacts } from './version-facts.tsx'

const route = getRouteApi('/inside/apis/$slug/deployments/timeline')
const StillGraph = lazy(() =>
  import('../../../designer/index.ts').then((designer) => ({ default: designer.StillGraph })),
)

/** The graph as it was: any version of a stage, to be looked at and stepped through. */
export function TimelineScreen() {
  const { slug } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const deployments = useQuery(trpc.deployments.list.queryOptions({ slug }))
  const [dialog, setDialog] = useState<'restore' | 'rollback'>()
  useTitle('Timeline', slug)

  const all = deployments.data ?? []
  const stages = [...new Set(all.map(({ stage }) => stage))]
  const asked = all.find(({ version }) => String(version) === search.version)
  const stage = asked?.stage ?? search.stage ?? all.find(({ live }) => live)?.stage ?? stages[0]
  const versions = all.filter((deployment) => deployment.stage === stage).toReversed()
  const shown = asked ?? versions.at(-1)
  const before = shown && servedBefore(all, shown)
  const { held, error, retry } = useContent(slug, shown)
  const changes = useQuery({
    ...trpc.deployments.compare.queryOptions({ slug, from: before?.id ?? '', to: shown?.id ?? '' }),
    select: openChanges,
    enabled: before !== undefined && shown !== undefined,
  })
  const { data: difference } = useQuery({
    ...trpc.deployments.difference.queryOptions({ slug, from: before?.id ?? '', to: shown?.id ?? '' }),
    enabled: before !== undefined && shown !== undefined,
  })
  const isCurrent = held?.id === shown?.id
  // What changed is marked together with what is gone: half of it would be another picture.
  const told = before && isCurrent && changes.data && difference
  const gone = told ? difference.removed : none
  const show = (version: number) => void navigate({ search: { version: String(version) }, replace: true })
  return (
    <>
      <DeploymentsTabs slug={slug} />
      {deployments.error && !deployments.data ? (
        <ProblemView error={deployments.error} onRetry={() => void deployments.refetch()} />
      ) : !deployments.data ? (
        <SkeletonRows />
      ) : !shown ? (
        <EmptyState heading="h1" icon={<History aria-hidden />} title="Nothing was deployed yet">
          Every deployment can be looked at here as it was.
        </EmptyState>
      ) : (
        <>
          <div className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 py-2">
            {stages.length > 1 && (
              <Select
                aria-label="Stage"
                isQuiet
                value={stage ?? null}
                onChange={(next) => void navigate({ search: { stage: next } })}
                options={stages.map((name) => ({ value: name, label: name }))}
              />
            )}
            <h1 className="tabular text-sm font-medium text-fg">
              {shown.stage} <span className="font-normal text-fg-3">at</span> v{shown.version}
            </h1>
            <Scrubber versions={versions} shown={shown} onShow={show} />
          </div>
          {error !== null && <ProblemView error={error} layout="inline" onRetry={retry} className="m-3" />}
          <div className="flex min-h-0 flex-1 flex-col">
            <SplitPane
              id="timeline-facts"
              side="right"
              label="Resize the facts"
              defaultSize={340}
              minSize={280}
              maxSize={640}
              pane={
                <VersionFacts
                  slug={slug}
                  shown={shown}
                  before={before}
                  live={versions.find(({ live }) => live)}
                  changes={before ? changes.data?.changes : undefined}
                  record={search.record}
                  definition={isCurrent ? held?.definition : undefined}
                  removed={gone}
                  onRestore={() => setDialog('restore')}
                  onRollBack={() => setDialog('rollback')}
                />
              }
            >
              <div className="relative h-full" aria-busy={!isCurrent}>
                {held && (
                  <Suspense>
                    <StillGraph
                      definition={held.definition}
                      removed={gone}
                      changes={told ? changes.data.changes : none}
                      label={`The graph as ${shown.stage} served it at v${shown.version}`}
                      selected={search.record ?? null}
                      onSelect={(record) =>
                        void navigate({
                          search: ({ record: _, ...rest }) =>
                            record ? { ...rest, record: record.id } : rest,
                          replace: true,
                        })
                      }
                    />
                  </Suspense>
                )}
              </div>
            </SplitPane>
          </div>
          {dialog === 'restore' && (
            <RestoreDialog slug={slug} target={shown} onClose={() => setDialog(undefined)} />
          )}
          {dialog === 'rollback' && (
            <RollbackDialog
              slug={slug}
              target={shown}
              live={versions.find(({ live }) => live)}
              onClose={() => setDialog(undefined)}
            />
          )}
        </>
      )}
    </>
  )
}

const none: readonly never[] = []
