import 'monaco-editor/languages/definitions/javascript/register'
import { javascriptDefaults, ScriptTarget } from 'monaco-editor/languages/features/typescript/register'
// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import JavaScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker'
import { addLanguageWorker } from './setup.ts'

addLanguageWorker('javascript', () => new JavaScriptWorker())

// A handler runs in Node: what a browser has besides (document, window) is not offered.
javascriptDefaults.setCompilerOptions({
  allowJs: true,
  allowNonTsExtensions: true,
  target: ScriptTarget.ESNext,
  lib: ['esnext'],
})

// Of JavaScript the semantic check tells no more than what an engine refuses to run, such as a name declared twice.
// That CommonJS could be written as a module is no news to anybody.
javascriptDefaults.setDiagnosticsOptions({ noSemanticValidation: false, noSuggestionDiagnostics: true })
