import { GitCompareArrows } from 'lucide-react'
import type { RecordId } from '@penstock/model'
import { useCallback, useContext, useSyncExternalStore } from 'react'
import { DesignerContextProvider } from '../designer-context.ts'
import { conflictText } from './conflict-text.ts'

const never = () => () => undefined

/** "Ada changed this too", where a record waits for the decision whose change stays; null everywhere else. */
export function useConflictAt(id: RecordId): string | null {
  const autosave = useContext(DesignerContextProvider)?.session.autosave
  const subscribe = useCallback(
    (listener: () => void) => (autosave ? autosave.onChange(listener) : never()),
    [autosave],
  )
  return useSyncExternalStore(subscribe, () => {
    const state = autosave?.state
    const own = state?.status === 'conflict' ? state.conflicts.filter((conflict) => conflict.id === id) : []
    return own.length > 0 ? conflictText(own) : null
  })
}

/** Over the upper edge of a card, which nothing covers that is drawn later: the way to the decision. */
export function ConflictAtNode({ id }: { id: RecordId }) {
  const text = useConflictAt(id)
  const designer = useContext(DesignerContextProvider)
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
