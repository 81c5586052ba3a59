import { GitCompareArrows } from 'lucide-react'
import type { RecordId } from '@penstock/model'
import { useCallback, useContext, useSyncExternalStore } from 'react'
import { DesignerContextProvider } from '../designer-context.ts'
import { conflictText } from './conflict-text.ts'

const never = () => () => undefined

/**
 * "Ada changed this too", where a record waits for the decision whose change stays, or "Ada changed something in here too"
 * on what it is closed in; null everywhere else. `shows` says which records are seen here.
 */
export function useConflictAt(id: RecordId, shows: (record: RecordId) => boolean): string | null {
  const session = useContext(DesignerContextProvider)?.session
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!session) return never()
      const stops = [session.autosave.onChange(listener), session.graph.subscribe(listener)]
      return () => stops.forEach((stop) => stop())
    },
    [session],
  )
  return useSyncExternalStore(subscribe, () => {
    const state = session?.autosave.state
    if (state?.status !== 'conflict') return null
    const seen = state.conflicts.filter((conflict) => shows(conflict.id))
    const isHeld = seen.some((conflict) => conflict.id !== id)
    return seen.length > 0 ? conflictText(seen, isHeld) : null
  })
}

/**
 * Over the upper edge of a card, which nothing covers that is drawn later: the way to the decision. A closed branch has
 * it for all that is in it.
 */
export function ConflictAtNode({ id }: { id: RecordId }) {
  const designer = useContext(DesignerContextProvider)
  const text = useConflictAt(id, (record) => designer?.session.graph.nodeFor(record) === id)
  if (text === null || !designer) return null
  return (
    <button
      type="button"
      // The toolbar has the same button in the order of the Tab key.
      tabIndex={-1}
      aria-label={`Compare: ${text}`}
      title={text}
      onClick={(event) => {
        event.stopPropagation()
        designer.view.setState({ isResolving: true })
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="nodrag absolute -top-3 left-3 flex h-5 items-center gap-1 rounded-sm border border-risky bg-risky-soft px-1.5 text-2xs font-medium text-risky"
    >
      <GitCompareArrows aria-hidden className="size-3" />
      Compare
    </button>
  )
}

/** On a line of the outline, which says the same to screen readers. */
export function ConflictAtLine({ text }: { text: string }) {
  return (
    <span aria-hidden title={text} className="flex shrink-0 text-risky">
      <GitCompareArrows className="size-3.5" />
    </span>
  )
}
