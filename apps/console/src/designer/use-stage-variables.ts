import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../app/trpc.ts'
import { useDesigner } from './designer-context.ts'

/** The names of the variables that any stage of the open API has. */
export function useStageVariables(): readonly string[] {
  const { slug } = useDesigner().session
  const { data } = useQuery(trpc.stages.list.queryOptions({ slug }))
  return useMemo(
    () => [...new Set((data ?? []).flatMap(({ variables }) => Object.keys(variables)))].sort(),
    [data],
  )
}
