import type { DeploymentView } from '@penstock/server'
import { Button, EmptyState, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, ArrowLeftRight, Equal } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { changeRows } from '../review/change-rows.ts'
import { ChangeList } from '../review/change-list.tsx'
import { ChangeFigures } from './change-figures.tsx'

const route = getRouteApi('/inside/apis/$slug/deployments')

export interface CompareViewProps {
  slug: string
  from: DeploymentView
  to: DeploymentView
}

/** What changed from one deployment to another. */
export function CompareView({ slug, from, to }: CompareViewProps) {
  const navigate = route.useNavigate()
  const [selected, setSelected] = useState<string>()
  const comparison = useQuery(trpc.deployments.compare.queryOptions({ slug, from: from.id, to: to.id }))
  const rows = useMemo(() => changeRows(comparison.data?.changes ?? []), [comparison.data])
  return (
    <>
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-3 border-b border-line bg-surface px-3 py-2">
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden className="size-3.5" />}
          onPress={() => void navigate({ search: ({ from: _, to: __, ...rest }) => rest })}
        >
          Deployments
        </Button>
        <h1 className="tabular text-sm font-medium text-fg">
          v{from.version} <span className="font-normal text-fg-3">{from.stage}</span> → v{to.version}{' '}
          <span className="font-normal text-fg-3">{to.stage}</span>
        </h1>
        {comparison.data && <ChangeFigures changes={comparison.data.changes} />}
        <span className="flex-1" />
        <Button
          icon={<ArrowLeftRight aria-hidden className="size-3.5" />}
          onPress={() => void navigate({ search: (search) => ({ ...search, from: to.id, to: from.id }) })}
        >
          Swap
        </Button>
      </div>
      {comparison.error && <ProblemView error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {comparison.isPending && <SkeletonRows />}
      {comparison.data?.changes.length === 0 && (
        <EmptyState icon={<Equal aria-hidden />} title="The two are the same">
          Both deployments serve exactly the same definition.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div className="mx-auto min-h-0 w-full max-w-4xl flex-1 border-x border-line bg-surface">
          <ChangeList rows={rows} selected={selected} onSelect={setSelected} />
        </div>
      )}
    </>
  )
}
