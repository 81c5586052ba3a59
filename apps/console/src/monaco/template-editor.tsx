import { templateLanguage } from './template-language.ts'
import { TextEditor, type TextEditorProps } from './text-editor.tsx'

/** A mapping template: the text that goes out, with what is filled in coloured. */
export function TemplateEditor(props: TextEditorProps) {
  return <TextEditor {...props} language={templateLanguage} lineNumbers={false} />
}
