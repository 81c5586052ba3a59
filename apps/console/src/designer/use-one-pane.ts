import { useLayoutEffect } from 'react'
import type { DesignerView, ViewStore } from './designer-view.ts'

/** A small window, or a large one at a high zoom. */
const narrow = '(max-width: 899px)'

/** The same of its height: between the bars is room for one thing beside the canvas. */
const short = '(max-height: 559px)'

const panes = ['isCodeOpen', 'isOutlineOpen', 'isInspectorOpen'] as const

/**
 * Where several side panes would leave no canvas between them, one is open at a time: the one that was opened last. So it
 * is with the code and the drawer where there is little height.
 */
export function useOnePane(view: ViewStore): void {
  useLayoutEffect(() => {
    const [isNarrow, isShort] = [window.matchMedia(narrow), window.matchMedia(short)]
    const close = (before: DesignerView | null) => {
      const now = view.getState()
      const open = panes.filter((pane) => now[pane])
      if (isShort.matches && now.isCodeOpen && now.drawer !== null)
        view.setState(before?.drawer === null ? { isCodeOpen: false } : { drawer: null })
      else if (isNarrow.matches && open.length > 1) {
        const kept = open.find((pane) => before?.[pane] === false) ?? open[0]
        view.setState(Object.fromEntries(open.map((pane) => [pane, pane === kept])))
      }
    }
    const onResize = () => close(null)
    onResize()
    for (const query of [isNarrow, isShort]) query.addEventListener('change', onResize)
    const stop = view.subscribe((_, before) => close(before))
    return () => {
      for (const query of [isNarrow, isShort]) query.removeEventListener('change', onResize)
      stop()
    }
  }, [view])
}
