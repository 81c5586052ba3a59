import { useEffect } from 'react'
import { offerStageVariables } from './template-completion.ts'
import { templateLanguage } from './template-language.ts'
import { TextEditor, type TextEditorProps } from './text-editor.tsx'

export interface TemplateEditorProps extends TextEditorProps {
  stageVariables: readonly string[]
}

/** A mapping template: the text that goes out, with what is filled in coloured, offered and checked. */
export function TemplateEditor({ stageVariables, ...props }: TemplateEditorProps) {
  useEffect(() => offerStageVariables(stageVariables), [stageVariables])
  return <TextEditor {...props} language={templateLanguage} lineNumbers={false} />
}
