import type { DesignerView, ViewStore } from '../designer-view.ts'

/** Below this there is room for two of canvas, code and inspector; the inspector is a key away. */
const roomyWidth = 1440

/** Shows the code beside the canvas, or the canvas alone, with the inspector that made room for the code. */
export function toggleCode(view: ViewStore, opts: { readonly wantsCode: boolean }): void {
  const { isCodeOpen, isInspectorOpen } = view.getState()
  if (isCodeOpen) {
    view.setState(closeCode)
    return
  }
  const isRoomy = window.innerWidth >= roomyWidth
  view.setState({
    isCodeOpen: true,
    isCanvasOpen: true,
    isInspectorOpen: isInspectorOpen && isRoomy,
    wasInspectorOpen: isInspectorOpen && !isRoomy,
    wantsCode: opts.wantsCode,
  })
  // Once somebody opens it beside the code, whether it is there later is theirs to say.
  const stop = view.subscribe(({ isInspectorOpen: isOpen, wasInspectorOpen }) => {
    if (!isOpen && wasInspectorOpen) return
    stop()
    if (wasInspectorOpen) view.setState({ wasInspectorOpen: false })
  })
}

/** Leaves the canvas alone again, as it was before the code was opened. */
export function closeCode({ isInspectorOpen, wasInspectorOpen }: DesignerView): Partial<DesignerView> {
  return {
    isCodeOpen: false,
    isCanvasOpen: true,
    isInspectorOpen: isInspectorOpen || wasInspectorOpen,
    wasInspectorOpen: false,
    wantsCode: false,
  }
}
