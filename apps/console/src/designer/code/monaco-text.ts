import type { Diagnostic } from '@penstock/model'
import type { TextEdit } from '@penstock/openapi/live'
import { editor, type IRange, MarkerSeverity, Range } from 'monaco-editor/editor'
import { textOptions } from '../../monaco/setup.ts'
import type { TextPort, TrackedRange } from './code-session.ts'
import type { TextChange } from './dirty-region.ts'

/** Beyond this the editor leaves out what looks at every line: a document of megabytes is scrolled and typed in all the same. */
const largeLength = 2_000_000
/** Beyond these the editor itself colours nothing, and looks at no line that is not in sight. */
const [colourlessLength, colourlessLines] = [20_000_000, 300_000]
/** How much of a text is given to the editor at once: some ten milliseconds. */
const portionLength = 500_000

const neverGrows = editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges

/** The document in a text editor: what is typed there is told, what comes from elsewhere leaves cursor and scroll where they are. */
export class MonacoText implements TextPort {
  readonly code: editor.IStandaloneCodeEditor
  readonly #model: editor.ITextModel
  readonly #highlight: editor.IEditorDecorationsCollection
  #isApplying = false

  private constructor(
    host: HTMLElement,
    model: editor.ITextModel,
    isLarge: boolean,
    onTyped: (changes: readonly TextChange[]) => void,
  ) {
    this.#model = model
    this.code = editor.create(host, {
      ...textOptions,
      model: this.#model,
      ariaLabel: 'The API as an OpenAPI document',
      tabSize: 2,
      insertSpaces: true,
      detectIndentation: false,
      folding: !isLarge,
      links: !isLarge,
      occurrencesHighlight: 'off',
      wordBasedSuggestions: 'off',
      glyphMargin: false,
      lineNumbersMinChars: 4,
      lineDecorationsWidth: 8,
      fixedOverflowWidgets: true,
      renderLineHighlight: 'line',
      // With a text area below it the keys that are typed count as typing everywhere in the console.
      editContext: false,
    })
    this.#highlight = this.code.createDecorationsCollection()
    this.code.onDidChangeModelContent(({ changes }) => {
      if (!this.#isApplying) onTyped(changes)
    })
  }

  /** Shows a text; null if it was given up meanwhile. */
  static async show(
    host: HTMLElement,
    text: string,
    onTyped: (changes: readonly TextChange[]) => void,
    signal: AbortSignal,
  ): Promise<MonacoText | null> {
    const model = await createModel(text, signal)
    if (!signal.aborted) return new MonacoText(host, model, text.length > largeLength, onTyped)
    model.dispose()
    return null
  }

  slice(start: number, end: number): string {
    return this.#model.getValueInRange(this.#range(start, end))
  }

  apply(edits: readonly TextEdit[]): void {
    if (edits.length === 0) return
    const line = this.code.getVisibleRanges()[0]?.startLineNumber ?? 1
    const above = this.code.getScrollTop() - this.code.getTopForLineNumber(line)
    const top = this.#model.deltaDecorations(
      [],
      [
        {
          range: new Range(line, 1, line, 1),
          options: { stickiness: neverGrows },
        },
      ],
    )
    this.#isApplying = true
    // Undo is the designer's, so these need no place on the editor's own stack.
    this.#model.applyEdits(edits.map(({ start, end, text }) => ({ range: this.#range(start, end), text })))
    this.#isApplying = false
    const [id] = top
    const now = id === undefined ? null : this.#model.getDecorationRange(id)
    this.#model.deltaDecorations(top, [])
    if (now && now.startLineNumber !== line)
      this.code.setScrollTop(this.code.getTopForLineNumber(now.startLineNumber) + above)
  }

  track(start: number, end: number): TrackedRange {
    const options = { stickiness: neverGrows }
    const ids = this.#model.deltaDecorations([], [{ range: this.#range(start, end), options }])
    return {
      at: () => {
        const range =
          ids[0] === undefined || this.#model.isDisposed() ? null : this.#model.getDecorationRange(ids[0])
        return (
          range && {
            start: this.#offset(range.startLineNumber, range.startColumn),
            end: this.#offset(range.endLineNumber, range.endColumn),
          }
        )
      },
      forget: () => {
        if (!this.#model.isDisposed()) this.#model.deltaDecorations(ids, [])
      },
    }
  }

  /** Marks the lines of what is selected on the graph, and brings them into sight unless the selection came from here. */
  highlight(range: { start: number; end: number } | undefined, isRevealed: boolean): void {
    if (!range) {
      this.#highlight.clear()
      return
    }
    const lines = this.#range(range.start, range.end)
    this.#highlight.set([
      {
        range: lines,
        options: {
          isWholeLine: true,
          className: 'code-selected',
          linesDecorationsClassName: 'code-selected-edge',
          stickiness: neverGrows,
        },
      },
    ])
    if (isRevealed) this.code.revealLineInCenterIfOutsideViewport(lines.startLineNumber)
  }

  /** Marks the places of what is wrong, to the end of their lines. */
  mark(errors: readonly Diagnostic[]): void {
    const markers = errors.map(({ message, suggest, location }) => {
      const line = Math.min(location.line ?? 1, this.#model.getLineCount())
      const end = this.#model.getLineMaxColumn(line)
      return {
        severity: MarkerSeverity.Error,
        message: suggest === undefined ? message : `${message} ${suggest}`,
        startLineNumber: line,
        startColumn: Math.min(location.column ?? 1, Math.max(1, end - 1)),
        endLineNumber: line,
        endColumn: end,
      }
    })
    editor.setModelMarkers(this.#model, 'penstock', markers)
  }

  goTo(line: number, column: number): void {
    this.code.setPosition({ lineNumber: line, column })
    this.code.revealLineInCenterIfOutsideViewport(line)
    this.code.focus()
  }

  get cursor(): number {
    const position = this.code.getPosition()
    return position ? this.#model.getOffsetAt(position) : 0
  }

  dispose(): void {
    this.code.dispose()
    this.#model.dispose()
  }

  #offset(lineNumber: number, column: number): number {
    return this.#model.getOffsetAt({ lineNumber, column })
  }

  #range(start: number, end: number): IRange {
    return Range.fromPositions(this.#model.getPositionAt(start), this.#model.getPositionAt(end))
  }
}

/** A text for the editor, put together a portion at a time before it is shown, so that nothing else has to wait. */
async function createModel(text: string, signal: AbortSignal): Promise<editor.ITextModel> {
  const isHuge = isColourless(text)
  const first = portionEnd(text, 0)
  // What the editor leaves out of a text that is too much for it, it decides by the lines that it begins with.
  const begun = isHuge ? '\n'.repeat(colourlessLines + 1) : text.slice(0, first)
  const model = editor.createModel(begun, isHuge ? 'plaintext' : 'yaml')
  model.setEOL(editor.EndOfLineSequence.LF)
  if (isHuge) model.applyEdits([{ range: model.getFullModelRange(), text: text.slice(0, first) }])
  if (text.length > largeLength)
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
  for (let at = first; at < text.length && !signal.aborted; at = portionEnd(text, at)) {
    await nextTask()
    const line = model.getLineCount()
    const column = model.getLineMaxColumn(line)
    const range = new Range(line, column, line, column)
    if (!model.isDisposed()) model.applyEdits([{ range, text: text.slice(at, portionEnd(text, at)) }])
  }
  return model
}

/** Between two lines. */
function portionEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start + portionLength)
  return end < 0 ? text.length : end + 1
}

function isColourless(text: string): boolean {
  if (text.length <= largeLength) return false
  if (text.length > colourlessLength) return true
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0 && lines <= colourlessLines; at = text.indexOf('\n', at + 1))
    lines++
  return lines > colourlessLines
}

/** After what else waits: input, frames. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
