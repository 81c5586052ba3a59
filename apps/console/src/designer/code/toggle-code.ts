import type { ViewStore } from '../designer-view.ts'

/** Below this there is room for two of canvas, code and inspector; the inspector is a key away. */
const roomyWidth = 1440

/** Shows the code beside the canvas, or the canvas alone. */
export function toggleCode(view: ViewStore, opts: { readonly wantsCode: boolean }): void {
  const { isCodeOpen, isInspectorOpen } = view.getState()
  view.setState({
    isCodeOpen: !isCodeOpen,
    isCanvasOpen: true,
    isInspectorOpen: isInspectorOpen && (isCodeOpen || window.innerWidth >= roomyWidth),
    wantsCode: !isCodeOpen && opts.wantsCode,
  })
}
