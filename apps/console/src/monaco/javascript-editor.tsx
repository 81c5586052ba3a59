import './javascript.ts'
import { TextEditor, type TextEditorProps } from './text-editor.tsx'

/** JavaScript with colours, completion and the places where it does not parse. */
export function JavaScriptEditor(props: TextEditorProps) {
  return <TextEditor {...props} language="javascript" />
}
