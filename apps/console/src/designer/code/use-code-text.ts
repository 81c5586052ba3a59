import type { Syntax } from '@penstock/openapi/live'
import { KeyCode, KeyMod } from 'monaco-editor/editor'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { recordOfPart } from '../../editor/index.ts'
import { useDesigner } from '../designer-context.ts'
import { MonacoText } from './monaco-text.ts'

/** How long the cursor rests before what it is in is selected. */
const restMs = 150

/** The document of the open API in an element, in step with the graph: null until it is written. */
export function useCodeText(
  host: RefObject<HTMLElement | null>,
  syntax: Syntax | undefined,
): MonacoText | null {
  const { session, view } = useDesigner()
  const { code } = session
  const [shown, setShown] = useState<MonacoText | null>(null)
  const opened = useEffectEvent((text: MonacoText) => {
    setShown(text)
    if (!view.getState().wantsCode) return
    view.setState({ wantsCode: false })
    text.code.focus()
  })

  useEffect(() => {
    let text: MonacoText | null = null
    const gone = new AbortController()
    code.open(syntax).then(
      async (written) => {
        if (gone.signal.aborted || !host.current) return
        text = await MonacoText.show(host.current, written, (changes) => code.typed(changes), gone.signal)
        if (!text) return
        if (gone.signal.aborted) {
          text.dispose()
          return
        }
        text.code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, () => void code.undo())
        text.code.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, () => void code.redo())
        text.code.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, () => void code.redo())
        text.code.onDidBlurEditorWidget(() => void code.finish())
        code.attach(text)
        opened(text)
      },
      // Said by the state.
      () => undefined,
    )
    return () => {
      gone.abort()
      setShown(null)
      const closing = text
      if (closing) void code.detach(closing).finally(() => closing.dispose())
    }
  }, [code, host, syntax])

  useFollowing(shown)
  return shown
}

/** The lines of what is selected are marked; what the cursor is in gets selected. */
function useFollowing(text: MonacoText | null): void {
  const { session } = useDesigner()
  const { code, editor, graph } = session
  useEffect(() => {
    if (!text) return undefined
    let fromText: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const follow = async (mayReveal = true) => {
      const { primary } = editor.selection
      const id = primary === null ? null : recordOfPart(primary)
      const range = id === null ? undefined : await code.rangeOf(id)
      if (!isGone) text.highlight(range, mayReveal && id !== fromText)
    }
    const select = async () => {
      const id = await code.recordAt(text.cursor)
      if (isGone || id === undefined || !text.code.hasTextFocus()) return
      const { primary } = editor.selection
      if (primary !== null && recordOfPart(primary) === id) return
      fromText = id
      graph.reveal([id])
      editor.selection.set([id])
    }
    const cursor = text.code.onDidChangeCursorPosition(({ source }) => {
      clearTimeout(timer)
      if (source === 'keyboard' || source === 'mouse') timer = setTimeout(() => void select(), restMs)
    })
    // While somebody types nothing is told; what the cursor is in by then is selected once the text is read.
    const stopReading = code.onState(() => {
      if (code.state().status !== 'ready') return
      void follow(false)
      void select()
    })
    const stop = editor.selection.listen(() => void follow())
    void follow()
    return () => {
      isGone = true
      clearTimeout(timer)
      cursor.dispose()
      stopReading()
      stop()
    }
  }, [text, code, editor, graph])
}
