import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { OperationNames } from '../navigation/operation-name.ts'
import { usePlace } from './address.ts'
import { Frame } from './frame.tsx'
import { Outside } from './outside.tsx'
import { PageView } from './page-view.tsx'
import { PortalLoading } from './portal-loading.tsx'
import { indexQuery } from './queries.ts'
import { ShownApiProvider } from './shown.ts'

export function Portal() {
  const place = usePlace()
  const { data: index, error, refetch } = useQuery(indexQuery(place.slug, place.stage))
  const shown = useMemo(
    () =>
      index && {
        index,
        names: new OperationNames(index),
        placeOf: (page: typeof place.page) => ({ slug: place.slug, stage: place.stage, page }),
      },
    [index, place.slug, place.stage],
  )
  if (shown)
    return (
      <ShownApiProvider value={shown}>
        <Frame page={place.page}>
          <PageView page={place.page} />
        </Frame>
      </ShownApiProvider>
    )
  return error ? <Outside error={error} place={place} onRetry={() => void refetch()} /> : <PortalLoading />
}
