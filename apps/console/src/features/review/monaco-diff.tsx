import { editor } from 'monaco-editor/editor'
// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import 'monaco-editor/features/register.all'
import 'monaco-editor/languages/definitions/yaml/register'
import { useTheme } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { monacoTheme } from './monaco-theme.ts'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }

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
      readOnly: true,
      originalEditable: false,
      automaticLayout: true,
      // Two columns where they fit, else the lines below each other.
      renderSideBySideInlineBreakpoint: 640,
      renderLineHighlight: 'none',
      overviewRulerLanes: 0,
      scrollbar: { useShadows: false },
      fontFamily: 'JetBrains Mono Variable, monospace',
      fontSize: 12.5,
      lineHeight: 20,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderOverviewRuler: false,
      stickyScroll: { enabled: false },
      hideUnchangedRegions: { enabled: true },
      padding: { top: 8, bottom: 8 },
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
