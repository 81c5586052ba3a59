import { editor, MarkerSeverity, Uri } from 'monaco-editor/editor'
import { useTheme } from '@penstock/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { textOptions } from './setup.ts'
import type { TextPlace } from '../app/place-of-path.ts'
import type { TextMarker } from './text-marker.ts'
import { monacoTheme } from './theme.ts'

export interface TextEditorProps {
  /** Read by screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  /** The focus left the text, or the text is no longer shown. */
  onLeave: () => void
  /** Takes the focus as soon as it is there. */
  autoFocus?: boolean
  /** What is wrong, and where. */
  markers?: readonly TextMarker[]
  /** Where somebody wants to be: it is brought into sight and selected, and has the focus. */
  wanted?: TextPlace | null
  onReached?: () => void
}

export interface LanguageProps {
  /** As it is registered with the editor. */
  language: string
  /** Beside the text; what is short needs no numbers. */
  lineNumbers?: boolean
  /** Names the text for what its language knows of texts of such names. */
  path?: string
}

const none: readonly TextMarker[] = []

/** A text of some language, as a field. Loaded on its own: the editor is megabytes. */
export function TextEditor(props: TextEditorProps & LanguageProps) {
  const {
    label,
    value,
    onChange,
    onLeave,
    autoFocus,
    language,
    lineNumbers = true,
    markers = none,
    wanted = null,
    onReached,
    path,
  } = props
  const host = useRef<HTMLDivElement>(null)
  const shown = useRef<editor.IStandaloneCodeEditor | null>(null)
  /** What comes from outside (an undo, somebody else) is no edit of the person who types here. */
  const isApplying = useRef(false)
  const { theme } = useTheme()
  const changed = useEffectEvent((text: string) => {
    if (!isApplying.current) onChange(text)
  })
  const left = useEffectEvent(onLeave)
  const start = useEffectEvent((created: editor.IStandaloneCodeEditor) => {
    created.setModel(editor.createModel(value, language, path === undefined ? undefined : pathOf(path)))
    if (!lineNumbers) created.updateOptions({ lineNumbers: 'off', lineNumbersMinChars: 0 })
    if (autoFocus) created.focus()
  })

  useEffect(() => {
    if (!host.current) return undefined
    const created = editor.create(host.current, {
      ...textOptions,
      // Panes are narrow.
      wordWrap: 'on',
      model: null,
      tabSize: 2,
      folding: false,
      glyphMargin: false,
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 8,
      // Lists of completions are wider than the pane.
      fixedOverflowWidgets: true,
      // With a text area below it the keys that are typed count as typing everywhere in the console.
      editContext: false,
      renderFinalNewline: 'on',
    })
    shown.current = created
    start(created)
    created.onDidChangeModelContent(() => changed(created.getValue()))
    created.onDidBlurEditorWidget(() => left())
    return () => {
      left()
      const model = created.getModel()
      created.dispose()
      model?.dispose()
      shown.current = null
    }
  }, [])

  useEffect(() => {
    const model = shown.current?.getModel()
    if (!model || model.getValue() === value) return
    isApplying.current = true
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: value }], () => null)
    isApplying.current = false
  }, [value])

  useEffect(() => {
    const model = shown.current?.getModel()
    if (model)
      editor.setModelMarkers(
        model,
        'penstock',
        markers.map((marker) => markerOf(model, marker)),
      )
  }, [markers])

  const reached = useEffectEvent(() => onReached?.())
  useEffect(() => {
    const created = shown.current
    if (!wanted || !created) return
    const { line, column, start, end } = wanted
    created.setSelection({
      startLineNumber: line,
      startColumn: column,
      endLineNumber: line,
      endColumn: column + end - start,
    })
    created.revealLineInCenter(line)
    host.current?.scrollIntoView({ block: 'nearest' })
    created.focus()
    reached()
  }, [wanted])

  useEffect(() => shown.current?.updateOptions({ ariaLabel: label }), [label])

  useEffect(() => editor.setTheme(monacoTheme(theme)), [theme])

  return <div ref={host} className="h-full min-h-0" />
}

let opened = 0

/** Two editors may show one text at a time, as in a pane and in a dialog; each has a model of its own. */
function pathOf(path: string): Uri {
  return Uri.parse(`inmemory://penstock/${++opened}/${path}`)
}

const severities = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
} as const

/** From the place that is told to the end of the word there. */
function markerOf(
  model: editor.ITextModel,
  { severity, message, line, column, length }: TextMarker,
): editor.IMarkerData {
  const lineNumber = Math.min(line, model.getLineCount())
  const word = model.getWordAtPosition({ lineNumber, column })
  return {
    severity: severities[severity],
    message,
    startLineNumber: lineNumber,
    startColumn: column,
    endLineNumber: lineNumber,
    endColumn: length ? column + length : Math.max(word?.endColumn ?? 0, column + 1),
  }
}
