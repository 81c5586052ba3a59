import { useEffect } from 'react'
import { type DesignerContext, useDesigner } from '../designer-context.ts'
import { clipOf } from './clip.ts'
import { textOfClip } from './clip-text.ts'
import { cutSelection } from './cut-selection.ts'
import { pasteText } from './paste-text.ts'

/** Copy, cut and paste by the browser's own events, while the canvas or the outline has the keyboard. */
export function useClipboardKeys(): void {
  const designer = useDesigner()
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs() && copyTo(designer, event)) event.preventDefault()
    }
    const onCut = (event: ClipboardEvent) => {
      if (!isOurs() || !copyTo(designer, event)) return
      event.preventDefault()
      cutSelection(designer)
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain')
      if (!isOurs() || !text) return
      event.preventDefault()
      pasteText(designer, text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [designer])
}

/** Whoever marked some text, or types in a field, means that. */
function isOurs(): boolean {
  const isAtWork = document.activeElement?.matches('[role=application], [role=tree]') ?? false
  return isAtWork && (window.getSelection()?.isCollapsed ?? true)
}

function copyTo({ session: { editor } }: DesignerContext, { clipboardData }: ClipboardEvent): boolean {
  const clip = clipOf(editor.definition, editor.selection.ids)
  if (!clip || !clipboardData) return false
  clipboardData.setData('text/plain', textOfClip(clip))
  return true
}
