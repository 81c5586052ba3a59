import { editor } from 'monaco-editor/editor'
import { useTheme } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { textOptions } from '../../monaco/setup.ts'
import { monacoTheme } from '../../monaco/theme.ts'

export interface MonacoDiffProps {
  /** Read by screen readers. */
  label: string
  before: string
  after: string
}

/** Two texts in YAML, compared line by line. Loaded on its own: the editor is a megabyte. */
export function MonacoDiff({ label, before, after }: MonacoDiffProps) {
  const host = useRef<HTMLDivElement>(null)
  const diff = useRef<editor.IStandaloneDiffEditor | null>(null)
  const { theme } = useTheme()

  useEffect(() => {
    if (!host.current) return undefined
    const created = editor.createDiffEditor(host.current, {
      ...textOptions,
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
    diff.current?.getOriginalEditor().updateOptions({ ariaLabel: `${label}, before` })
    diff.current?.getModifiedEditor().updateOptions({ ariaLabel: `${label}, after` })
  }, [label])

  useEffect(() => editor.setTheme(monacoTheme(theme)), [theme])

  return <div ref={host} className="h-full min-h-0" />
}
