import { useEffect } from 'react'
import { type EventFormat, setHandlerTypes } from './handler-types.ts'
import './javascript.ts'
import { TextEditor, type TextEditorProps } from './text-editor.tsx'

export interface JavaScriptEditorProps extends TextEditorProps {
  /** How the function is called: what `Handler` means in it. */
  format: EventFormat
}

/** JavaScript with colours, completion, the types of a handler, and the places where it does not fit them. */
export function JavaScriptEditor({ format, ...props }: JavaScriptEditorProps) {
  useEffect(() => setHandlerTypes(format), [format])
  return <TextEditor {...props} language="javascript" path="function.js" />
}
