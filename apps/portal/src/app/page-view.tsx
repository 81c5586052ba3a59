import { buttonClass, EmptyState } from '@penstock/ui'
import { FileQuestion } from 'lucide-react'
import { ChangelogPage } from '../changelog/changelog-page.tsx'
import { OperationPage } from '../operation/operation-page.tsx'
import { Overview } from '../overview/overview.tsx'
import { PageMain } from '../parts/page-main.tsx'
import { SchemaPage } from '../schema/schema-page.tsx'
import { Link } from './link.tsx'
import type { Page } from './place.ts'
import { useShownApi } from './shown.ts'

export function PageView({ page }: { page: Page }) {
  const { index, names } = useShownApi()
  if (page.kind === 'overview') return <Overview key="overview" />
  if (page.kind === 'changelog') return <ChangelogPage key="changelog" />
  if (page.kind === 'operation') {
    const operation = names.find(page.name)
    if (operation) return <OperationPage key={operation.id} summary={operation} />
  }
  if (page.kind === 'schema' && index.schemas.includes(page.name))
    return <SchemaPage key={page.name} name={page.name} />
  return <NothingHere key={JSON.stringify(page)} page={page} />
}

function NothingHere({ page }: { page: Page }) {
  const { index, placeOf } = useShownApi()
  const what =
    page.kind === 'operation' || page.kind === 'schema' ? `${page.kind} "${page.name}"` : 'such page'
  return (
    <div className="px-6 py-8 text-center">
      <PageMain title={`Not found · ${index.title}`} heading="Not found">
        <EmptyState
          icon={<FileQuestion aria-hidden />}
          title={`There is no ${what} here`}
          action={
            <Link to={placeOf({ kind: 'overview' })} className={buttonClass('primary')}>
              Go to the overview
            </Link>
          }
        >
          {`Deployment ${index.deployment} of ${index.title} at ${index.stage} does not have it. It may have another name now: try the search.`}
        </EmptyState>
      </PageMain>
    </div>
  )
}
