import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { operationQuery } from '../app/queries.ts'
import { useShownApi } from '../app/shown.ts'

/** Loads an operation that the reader is about to open; nothing happens when it is here. */
export function usePrefetch(): (id: string) => void {
  const client = useQueryClient()
  const { index } = useShownApi()
  return useCallback((id) => void client.prefetchQuery(operationQuery(index, id)), [client, index])
}
