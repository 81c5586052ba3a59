import { editor } from 'monaco-editor/editor'
import { useTheme } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { markPlace } from './mark-place.ts'
import type { TextPosition } from './record-text.tsx'
import { textOptions } from '../../monaco/setup.ts'
import { monacoTheme } from '../../monaco/theme.ts'

export interface MonacoDiffProps {
  /** Read by screen readers. */
  label: string
  before: string
  after: string
  layout: 'split' | 'unified'
  /** What is brought into sight and marked. */
  place: TextPosition | undefined
}

/** Two texts in YAML, compared line by line. Loaded on its own: the editor is a megabyte. */
export function MonacoDiff({ label, before, after, layout, place }: MonacoDiffProps) {
  const host = useRef<HTMLDivElement>(null)
  const diff = useRef<editor.IStandaloneDiffEditor | null>(null)
  const { theme } = useTheme()

  useEffect(() => {
    if (!host.current) return undefined
    const created = editor.createDiffEditor(host.current, {
      ...textOptions,
      // The bars over hidden lines are placed without it, and would lie over half a line.
      padding: { top: 0, bottom: 0 },
      readOnly: true,
      originalEditable: false,
      // Two columns where they fit, else the lines below each other.
      renderSideBySideInlineBreakpoint: 640,
      renderOverviewRuler: false,
      hideUnchangedRegions: { enabled: true },
    })
    diff.current = created
    return () => {
      const model = created.getModel()
      created.dispose()
      model?.original.dispose()
      model?.modified.dispose()
      diff.current = null
    }
  }, [])

  useEffect(() => {
    const previous = diff.current?.getModel()
    diff.current?.setModel({
      original: editor.createModel(before, 'yaml'),
      modified: editor.createModel(after, 'yaml'),
    })
    previous?.original.dispose()
    previous?.modified.dispose()
  }, [before, after])

  useEffect(() => {
    const options: editor.IDiffEditorConstructionOptions = {
      renderSideBySide: layout === 'split',
      // Told to the comparison, which names its editors again at each change of its layout.
      originalAriaLabel: `${label}, before`,
      modifiedAriaLabel: `${label}, after`,
    }
    diff.current?.updateOptions(options)
  }, [label, layout])

  useEffect(() => {
    const shown = diff.current
    if (!shown || !place) return undefined
    // What is the same on both sides is folded away until the comparison is done.
    const mark = () => {
      const side = place.side === 'before' ? shown.getOriginalEditor() : shown.getModifiedEditor()
      marks?.clear()
      marks = markPlace(side, place.side === 'before' ? before : after, place.path)
    }
    let marks: editor.IEditorDecorationsCollection | undefined
    mark()
    const compared = shown.onDidUpdateDiff(mark)
    return () => {
      compared.dispose()
      marks?.clear()
    }
  }, [before, after, place])

  useEffect(() => editor.setTheme(monacoTheme(theme)), [theme])

  return <div ref={host} className="h-full min-h-0" />
}
