import { SkeletonRows, Table, TableHead, Th } from '@penstock/ui'
import type { ReactNode } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'

export interface Column {
  readonly name: string
  /** Right aligned. */
  readonly isNumber?: boolean
  /** Takes what the others leave. */
  readonly isWide?: boolean
  /** Read by screen readers only: the column of buttons. */
  readonly isHidden?: boolean
}

export interface TableScreenProps<T> {
  title: string
  lead: ReactNode
  /** The button that adds a row. */
  action?: ReactNode
  query: { data: readonly T[] | undefined; error: unknown; refetch: () => unknown }
  /** Instead of the table when there are no rows. */
  empty?: ReactNode
  columns: readonly Column[]
  row: (item: T) => ReactNode
  /** Below the table. */
  footer?: ReactNode
  /** Dialogs. */
  children?: ReactNode
}

/** A screen of the workspace that is one table: loading, failed, empty or with rows. */
export function TableScreen<T>(props: TableScreenProps<T>) {
  const { title, lead, action, query, empty, columns, row, footer, children } = props
  const { data, error } = query
  useTitle(title)
  return (
    <>
      <WorkspaceHeader title={title} />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {!data && Boolean(error) && <ProblemView error={error} onRetry={() => void query.refetch()} />}
        {!data && !error && <SkeletonRows />}
        {data?.length === 0 && empty}
        {data && (data.length > 0 || !empty) && (
          <Page title={title} lead={lead} actions={action}>
            <Panel className="overflow-x-auto">
              <Table label={title}>
                <TableHead>
                  {columns.map(({ name, isNumber, isWide, isHidden }) => (
                    <Th key={name} isNumber={isNumber ?? false} className={isWide ? 'w-full' : ''}>
                      {isHidden ? <span className="sr-only">{name}</span> : name}
                    </Th>
                  ))}
                </TableHead>
                <tbody>{data.map(row)}</tbody>
              </Table>
            </Panel>
            {footer}
          </Page>
        )}
      </main>
      {children}
    </>
  )
}
