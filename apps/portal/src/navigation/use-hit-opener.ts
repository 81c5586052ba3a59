import { useCallback } from 'react'
import { go } from '../app/address.ts'
import type { Page } from '../app/place.ts'
import { useShownApi } from '../app/shown.ts'
import type { SearchHit } from './search-operations.ts'

/** The page that a hit stands for. */
export function useHitPage(): (hit: SearchHit) => Page {
  const { names } = useShownApi()
  return useCallback(
    (hit) =>
      hit.kind === 'schema'
        ? { kind: 'schema', name: hit.name }
        : { kind: 'operation', name: names.nameOf(hit.operation) },
    [names],
  )
}

export function useHitOpener(): (hit: SearchHit) => void {
  const { placeOf } = useShownApi()
  const pageOf = useHitPage()
  return useCallback((hit) => go(placeOf(pageOf(hit))), [placeOf, pageOf])
}
