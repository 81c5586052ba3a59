import { editor } from 'monaco-editor/editor'
import { useTheme } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { markPlace } from './mark-place.ts'
import type { TextPosition } from './record-text.tsx'
import { textOptions } from '../../monaco/setup.ts'
import { monacoTheme } from '../../monaco/theme.ts'

export interface MonacoSideProps {
  /** Read by screen readers. */
  label: string
  side: 'added' | 'removed'
  text: string
  /** What is brought into sight and marked. */
  place: TextPosition | undefined
}

const backgrounds = { added: 'bg-added-soft', removed: 'bg-removed-soft' }
/** Names that the editor passes on as they are: it strips all but letters, digits, hyphens and underscores. */
const signs = {
  added: 'codicon codicon-diff-insert insert-sign text-added',
  removed: 'codicon codicon-diff-remove delete-sign text-removed',
}

/** A text in YAML that is wholly new or gone: there is nothing to hold it against. */
export function MonacoSide({ label, side, text, place }: MonacoSideProps) {
  const host = useRef<HTMLDivElement>(null)
  const shown = useRef<editor.IStandaloneCodeEditor | null>(null)
  const { theme } = useTheme()

  useEffect(() => {
    if (!host.current) return undefined
    const created = editor.create(host.current, { ...textOptions, readOnly: true, model: null })
    shown.current = created
    return () => {
      const model = created.getModel()
      created.dispose()
      model?.dispose()
      shown.current = null
    }
  }, [])

  useEffect(() => {
    const previous = shown.current?.getModel()
    const model = editor.createModel(text, 'yaml')
    shown.current?.setModel(model)
    previous?.dispose()
    model.deltaDecorations(
      [],
      [
        {
          range: model.getFullModelRange(),
          options: {
            isWholeLine: true,
            className: backgrounds[side],
            linesDecorationsClassName: signs[side],
          },
        },
      ],
    )
  }, [text, side])

  useEffect(() => {
    const what = side === 'added' ? 'is new' : 'is removed'
    shown.current?.updateOptions({ ariaLabel: `${label}, ${what}` })
  }, [label, side])

  useEffect(() => {
    if (!shown.current || !place) return undefined
    const marks = markPlace(shown.current, text, place.path)
    return () => marks.clear()
  }, [text, place])

  useEffect(() => editor.setTheme(monacoTheme(theme)), [theme])

  return <div ref={host} className="h-full min-h-0" />
}
