import { completeTemplate, type TemplateWord } from '@penstock/template'
import { languages, Range } from 'monaco-editor/editor'
import { templateLanguage } from './template-language.ts'

/** The names that `$stageVariables.` offers: those of the stages of the open API. */
let stageVariables: readonly string[] = []

export function offerStageVariables(names: readonly string[]): void {
  stageVariables = names
}

const kinds: Readonly<Record<TemplateWord['kind'], languages.CompletionItemKind>> = {
  variable: languages.CompletionItemKind.Variable,
  property: languages.CompletionItemKind.Property,
  method: languages.CompletionItemKind.Method,
  directive: languages.CompletionItemKind.Keyword,
}

languages.registerCompletionItemProvider(templateLanguage, {
  triggerCharacters: ['$', '.', '#', '{'],
  provideCompletionItems(model, position) {
    const found = completeTemplate(model.getValue(), model.getOffsetAt(position), stageVariables)
    if (!found) return { suggestions: [] }
    const start = model.getPositionAt(found.start)
    const range = Range.fromPositions(start, position)
    return {
      suggestions: found.words.map(({ label, kind, insert, detail, doc }) => ({
        label: { label, detail },
        kind: kinds[kind],
        insertText: insert,
        insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
        documentation: doc,
        range,
      })),
    }
  },
})
