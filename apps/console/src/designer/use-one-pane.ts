import { useLayoutEffect } from 'react'
import type { ViewStore } from './designer-view.ts'

/** A small window, or a large one at a high zoom. */
const narrow = '(max-width: 899px)'

/** Where both side panes would leave no canvas between them, one is open at a time: the one that was opened last. */
export function useOnePane(view: ViewStore): void {
  useLayoutEffect(() => {
    const query = window.matchMedia(narrow)
    const close = (wasInspectorOpen: boolean) => {
      const { isOutlineOpen, isInspectorOpen } = view.getState()
      if (!query.matches || !isOutlineOpen || !isInspectorOpen) return
      view.setState(wasInspectorOpen ? { isInspectorOpen: false } : { isOutlineOpen: false })
    }
    const onNarrow = () => close(true)
    onNarrow()
    query.addEventListener('change', onNarrow)
    const stop = view.subscribe((_, before) => close(before.isInspectorOpen))
    return () => {
      query.removeEventListener('change', onNarrow)
      stop()
    }
  }, [view])
}
