import { ProgressBar, useDelay } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTitle } from '../../app/use-title.ts'

const route = getRouteApi('/inside/apis/$slug/design')
const Designer = lazy(() =>
  import('../../designer/index.ts').then((designer) => ({ default: designer.Designer })),
)

/** The designer, loaded on its own: it brings the canvas with it. */
export function DesignScreen() {
  const { slug } = route.useParams()
  const { selected } = route.useSearch()
  useTitle('Design', slug)
  return (
    <Suspense fallback={<Fallback />}>
      <h1 className="sr-only">Design of {slug}</h1>
      <Designer key={slug} slug={slug} {...(selected ? { selected } : {})} />
    </Suspense>
  )
}

function Fallback() {
  return useDelay() ? <ProgressBar label="Loading the designer" className="p-4" /> : null
}
