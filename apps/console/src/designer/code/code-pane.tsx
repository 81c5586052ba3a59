import type { Syntax } from '@penstock/openapi/live'
import { Button, IconButton, SegmentedControl, useTheme } from '@penstock/ui'
import { CircleAlert, Maximize2, Minimize2, X } from 'lucide-react'
import { editor } from 'monaco-editor/editor'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useUser } from '../../app/session.ts'
import { isMac } from '../../app/shortcut.ts'
import { monacoTheme } from '../../monaco/theme.ts'
import { useDesigner, useView } from '../designer-context.ts'
import { EditorLoading, tabKeys } from '../fields/editor-frame.tsx'
import './code.css'
import type { MonacoText } from './monaco-text.ts'
import { rememberSyntax, syntaxChoice } from './syntax-choice.ts'
import { closeCode } from './toggle-code.ts'
import { useCodeText } from './use-code-text.ts'

/** The API as an OpenAPI document beside its graph; an edit of either is one of both. Loaded on its own: it is megabytes. */
export function CodePane() {
  const { view, canvas, session } = useDesigner()
  const user = useUser().id
  const isCanvasOpen = useView((shown) => shown.isCanvasOpen)
  const host = useRef<HTMLDivElement>(null)
  const [syntax, setSyntax] = useState(() => syntaxChoice(user, session.slug))
  const text = useCodeText(host, syntax)
  const { theme } = useTheme()
  useEffect(() => editor.setTheme(monacoTheme(theme)), [theme])
  const close = () => {
    view.setState(closeCode)
    canvas.current?.focus()
  }
  const leave = () => {
    view.setState({ isCanvasOpen: true })
    canvas.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // What closes something inside of the editor does not come this far.
    if (event.key !== 'Escape' && event.key !== 'F6') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  return (
    <section aria-label="Code" className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-2">
        <h2 className="pl-1 text-sm font-semibold">OpenAPI</h2>
        <SyntaxChoice
          syntax={syntax}
          onChange={(chosen) => {
            setSyntax(chosen)
            rememberSyntax(user, session.slug, chosen)
          }}
        />
        <span className="min-w-0 flex-1" />
        <IconButton
          label={isCanvasOpen ? 'Hide the canvas' : 'Show the canvas'}
          onPress={() => view.setState({ isCanvasOpen: !isCanvasOpen })}
        >
          {isCanvasOpen ? (
            <Maximize2 aria-hidden className="size-3.5" />
          ) : (
            <Minimize2 aria-hidden className="size-3.5" />
          )}
        </IconButton>
        <IconButton label="Close the code" onPress={close}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what the editor inside has no use for */}
      <div className="relative min-h-0 flex-1" onKeyDown={onKeyDown} onKeyDownCapture={passToPalette}>
        <div ref={host} className="absolute inset-0" />
        {!text && <EditorLoading />}
      </div>
      <CodeStatus text={text} />
    </section>
  )
}

/** ⌘K opens the palette everywhere; the editor would wait for a second key. */
function passToPalette(event: KeyboardEvent<HTMLElement>): void {
  const { key, metaKey, ctrlKey } = event
  if (key.toLowerCase() !== 'k' || !(isMac ? metaKey : ctrlKey)) return
  event.preventDefault()
  event.stopPropagation()
  document.dispatchEvent(new globalThis.KeyboardEvent('keydown', { key, metaKey, ctrlKey, cancelable: true }))
}

function SyntaxChoice(props: { syntax: Syntax | undefined; onChange: (syntax: Syntax) => void }) {
  const { code } = useDesigner().session
  const { status } = useSyncExternalStore(code.onState, code.state)
  return (
    <SegmentedControl
      label="Written as"
      options={[
        { value: 'yaml', label: 'YAML' },
        { value: 'json', label: 'JSON' },
      ]}
      value={props.syntax ?? code.syntax}
      onChange={props.onChange}
      isDisabled={status !== 'ready'}
    />
  )
}

/** Whether text and graph say the same, and what is wrong where they do not. */
function CodeStatus({ text }: { text: MonacoText | null }) {
  const { code } = useDesigner().session
  const { status, errors, unkept } = useSyncExternalStore(code.onState, code.state)
  useEffect(() => text?.mark(errors), [text, errors])
  const [first] = errors
  const { line = 1, column = 1 } = first?.location ?? {}
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-2 border-t border-line px-3 py-1 text-xs text-fg-2">
      <p role="status" className="flex min-w-0 flex-1 items-start gap-1.5">
        {status === 'invalid' && <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0 text-danger" />}
        <span className="min-w-0">
          {status === 'invalid' && first
            ? `Line ${line}: ${first.message} The graph shows the last text that was valid.`
            : unkept === null
              ? words[text === null && status === 'ready' ? 'opening' : status]
              : `${words[status]}. ${unkept}`}
        </span>
      </p>
      {status === 'invalid' && (
        <Button variant="quiet" onPress={() => text?.goTo(line, column)}>
          Go to line {line}
        </Button>
      )}
      {status !== 'invalid' && (
        <span className="shrink-0 text-fg-3">
          <kbd className="font-sans">Esc</kbd> leaves; <kbd className="font-sans">{tabKeys}</kbd> frees Tab
        </span>
      )}
    </div>
  )
}

const words = {
  opening: 'Writing the document…',
  ready: 'In step with the graph',
  reading: 'Reading what was typed…',
  invalid: '',
  failed: 'The document stopped. Close the code and open it again.',
} as const
