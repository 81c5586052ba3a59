import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { problemOf } from '../../app/problem.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useRegisterCommands } from '../../app/use-commands.ts'
import { ApiHeader, screens } from './api-header.tsx'
import { NotFound } from './not-found.tsx'
import { StageStrip } from './stage-strip.tsx'

/** The header and the stage strip above every screen of an API. */
export function ApiFrame() {
  const { slug } = useParams({ from: '/inside/apis/$slug' })
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  useApiCommands(slug)
  if (stages.error && !stages.data) {
    if (problemOf(stages.error).code === 'API_NOT_FOUND') return <NotFound />
    return (
      <main className="px-6">
        <ProblemView error={stages.error} onRetry={() => void stages.refetch()} />
      </main>
    )
  }
  return (
    <>
      <ApiHeader slug={slug} />
      <StageStrip slug={slug} stages={stages.data} />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <Outlet />
      </main>
    </>
  )
}

function useApiCommands(slug: string): void {
  const router = useRouter()
  const apis = useQuery(trpc.apis.list.queryOptions())
  useRegisterCommands(
    useMemo(
      () => [
        ...screens.map(({ to, label, shortcut, keywords }) => ({
          id: `go.${label.toLowerCase()}`,
          label,
          group: 'Go to',
          shortcut,
          keywords,
          run: () => void router.navigate({ to, params: { slug } }),
        })),
        ...(apis.data ?? [])
          .filter((api) => api.slug !== slug)
          .map((api) => ({
            id: `api.${api.slug}`,
            // Names of APIs may be the same, their slugs are not.
            label: isNameTaken(apis.data, api) ? `${api.name} (${api.slug})` : api.name,
            group: 'APIs',
            keywords: [api.slug],
            run: () => void router.navigate({ to: '/apis/$slug/design', params: { slug: api.slug } }),
          })),
      ],
      [apis.data, router, slug],
    ),
  )
}

function isNameTaken(
  apis: readonly { name: string; slug: string }[] | undefined,
  { name, slug }: { name: string; slug: string },
): boolean {
  return apis?.some((other) => other.name === name && other.slug !== slug) ?? false
}
