import type { AuditKind } from '@penstock/server'
import { SegmentedControl, Select } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

export interface ActivitySearch {
  api?: string
  actor?: string
  kind?: AuditKind
}

export interface ActivityFilterProps {
  search: ActivitySearch
  onChange: (next: { [K in keyof ActivitySearch]: ActivitySearch[K] | undefined }) => void
}

/** No slug and no id begins so. */
const all = ':all'

export function ActivityFilter({ search, onChange }: ActivityFilterProps) {
  const apis = useQuery(trpc.apis.list.queryOptions())
  const actors = useQuery(trpc.audit.actors.queryOptions())
  const named = (apis.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
  const gone = search.api !== undefined && named.every(({ value }) => value !== search.api)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SegmentedControl
        label="Kind"
        value={search.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        options={[
          { value: 'all', label: 'All' },
          { value: 'deployments', label: 'Deployments' },
          { value: 'definition', label: 'Definition' },
          { value: 'settings', label: 'Stages and portal' },
          { value: 'access', label: 'Users and tokens' },
        ]}
      />
      <span className="flex-1" />
      <Select
        aria-label="API"
        value={search.api ?? all}
        onChange={(api) => onChange({ api: api === all ? undefined : api })}
        options={[
          { value: all, label: 'All APIs' },
          ...named,
          ...(gone ? [{ value: search.api!, label: search.api! }] : []),
        ]}
        className="w-44"
      />
      <Select
        aria-label="Person or token"
        value={search.actor ?? all}
        onChange={(actor) => onChange({ actor: actor === all ? undefined : actor })}
        options={[
          { value: all, label: 'Everybody' },
          ...(actors.data ?? []).map(({ id, kind, name }) => ({
            value: id,
            label: kind === 'token' ? `${name} (API token)` : name,
          })),
        ]}
        className="w-44"
      />
    </div>
  )
}
