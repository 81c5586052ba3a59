import { Button, SearchField, SegmentedControl, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FileUp, LayoutGrid, Plus, Rows3 } from 'lucide-react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { present } from '../../routes/search.ts'
import type { ApiListSearch } from '../../routes/workspace.ts'
import { Page, WorkspaceHeader } from '../shell/page.tsx'
import { ApiCards } from './api-cards.tsx'
import { ApiTable } from './api-table.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { FirstApi } from './first-api.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useCreateSample } from './use-create-sample.ts'

const route = getRouteApi('/inside/')

/** Every API with the state of its stages. */
export function ApiListScreen() {
  useTitle('APIs')
  const search = useListSearch()
  const navigate = route.useNavigate()
  const sample = useCreateSample()
  const apis = useQuery(trpc.apis.list.queryOptions())
  const change = (next: { [K in keyof ApiListSearch]: ApiListSearch[K] | undefined }, replace = false) =>
    void navigate({ search: present({ ...search, ...next }), replace })
  const open = (dialog?: 'import' | 'empty') => change({ new: dialog })
  const wanted = search.q?.toLowerCase() ?? ''
  const shown = apis.data?.filter((api) => `${api.name} ${api.slug}`.toLowerCase().includes(wanted))
  return (
    <>
      <WorkspaceHeader title="APIs" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {apis.data?.length === 0 ? (
          <FirstApi onImport={() => open('import')} onCreate={() => open('empty')} />
        ) : (
          <Page
            title="APIs"
            lead={apis.data ? countText(apis.data.length) : 'Loading'}
            actions={
              <>
                <SearchField
                  label="Search APIs"
                  value={search.q ?? ''}
                  onChange={(q) => change({ q: q || undefined }, true)}
                  className="w-56"
                />
                <SegmentedControl
                  label="Show as"
                  value={search.view ?? 'cards'}
                  onChange={(view) => change({ view: view === 'table' ? view : undefined })}
                  options={[
                    {
                      value: 'cards',
                      label: <LayoutGrid aria-hidden className="size-3.5" />,
                      ariaLabel: 'Cards',
                    },
                    { value: 'table', label: <Rows3 aria-hidden className="size-3.5" />, ariaLabel: 'Table' },
                  ]}
                />
                <Button variant="quiet" isPending={sample.isPending} onPress={sample.create}>
                  Sample API
                </Button>
                <Button icon={<FileUp aria-hidden className="size-3.5" />} onPress={() => open('import')}>
                  Import
                </Button>
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden className="size-3.5" />}
                  onPress={() => open('empty')}
                >
                  New API
                </Button>
              </>
            }
          >
            {sample.error && <ProblemView error={sample.error} layout="inline" className="mb-3" />}
            {apis.error && !apis.data && (
              <ProblemView error={apis.error} onRetry={() => void apis.refetch()} />
            )}
            {apis.isPending && <SkeletonRows />}
            {shown &&
              shown.length > 0 &&
              (search.view === 'table' ? <ApiTable apis={shown} /> : <ApiCards apis={shown} />)}
            {shown?.length === 0 && (
              <p className="py-12 text-center text-sm text-fg-2">No API is called “{search.q}”.</p>
            )}
          </Page>
        )}
      </main>
      <ImportDialog isOpen={search.new === 'import'} onClose={() => open()} />
      <CreateDialog isOpen={search.new === 'empty'} onClose={() => open()} />
    </>
  )
}

function useListSearch(): ApiListSearch {
  return route.useSearch()
}

function countText(count: number): string {
  return count === 1 ? '1 API' : `${count} APIs`
}
