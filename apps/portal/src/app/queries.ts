import type { Json } from '@penstock/model'
import type { PortalChangelog, PortalIndex, PortalOperation } from '@penstock/server'
import { QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from './fetch-json.ts'
import { PortalProblem } from './portal-problem.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the server has decided does not change by asking again.
      retry: (failures, error) => failures < 2 && !(error instanceof PortalProblem && error.code !== null),
      networkMode: 'always',
    },
  },
})

/** One stage of one API as deployed: a new deployment is a new one of these, so nothing old is shown beside it. */
export interface Shown {
  readonly slug: string
  readonly stage: string
  readonly deployment: number
}

export function indexQuery(slug: string, stage: string | null) {
  return queryOptions({
    queryKey: ['index', slug, stage],
    queryFn: ({ signal }) => fetchJson<PortalIndex>(dataUrl(slug, '', stage), { signal }),
  })
}

export function operationQuery({ slug, stage, deployment }: Shown, id: string) {
  return queryOptions({
    queryKey: ['operation', slug, stage, deployment, id],
    queryFn: ({ signal }) =>
      fetchJson<PortalOperation>(dataUrl(slug, `/operations/${encodeURIComponent(id)}`, stage), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function schemaQuery({ slug, stage, deployment }: Shown, name: string) {
  return queryOptions({
    queryKey: ['schema', slug, stage, deployment, name],
    queryFn: ({ signal }) =>
      fetchJson<Json>(dataUrl(slug, `/schemas/${encodeURIComponent(name)}`, stage), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function changelogQuery({ slug, stage, deployment }: Shown) {
  return queryOptions({
    queryKey: ['changelog', slug, stage, deployment],
    queryFn: ({ signal }) => fetchJson<PortalChangelog>(dataUrl(slug, '/changelog', stage), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function dataUrl(slug: string, part: string, stage: string | null): string {
  const query = stage === null ? '' : `?stage=${encodeURIComponent(stage)}`
  return `/portal-data/${encodeURIComponent(slug)}${part}${query}`
}
