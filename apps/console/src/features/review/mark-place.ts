import type { editor } from 'monaco-editor/editor'
import { placeOfPath } from '../../app/place-of-path.ts'

/** Brings the line of a place into sight and marks it; the top of a text is no place. */
export function markPlace(
  shown: editor.ICodeEditor,
  text: string,
  path: readonly (string | number)[],
): editor.IEditorDecorationsCollection {
  const line = placeOfPath(text, path).line
  shown.revealLineInCenter(line)
  shown.setPosition({ lineNumber: line, column: 1 })
  const range = { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 }
  const options = {
    isWholeLine: true,
    className: 'bg-accent-soft',
    linesDecorationsClassName: 'border-l-3 border-accent',
  }
  return shown.createDecorationsCollection(path.length > 0 ? [{ range, options }] : [])
}
