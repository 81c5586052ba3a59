import type { RecordId } from '@penstock/model'
import { useSyncExternalStore } from 'react'
import type { Conflict } from '../../editor/index.ts'
import { useDesigner } from '../designer-context.ts'

/** What waits at a record for the decision whose change stays; null where nothing does. The same until it is another. */
export function useConflictOf(id: RecordId): Conflict | null {
  const { autosave } = useDesigner().session
  return useSyncExternalStore(
    (listener) => autosave.onChange(listener),
    () => {
      const { state } = autosave
      return state.status === 'conflict'
        ? (state.conflicts.find((conflict) => conflict.id === id) ?? null)
        : null
    },
  )
}
