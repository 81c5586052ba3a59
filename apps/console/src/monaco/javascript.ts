import 'monaco-editor/languages/definitions/javascript/register'
import {
  javascriptDefaults,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
} from 'monaco-editor/languages/features/typescript/register'
// oxlint-disable-next-line import/default -- the bundler makes this module: the worker's constructor
import JavaScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker'
import { addLanguageWorker } from './setup.ts'

addLanguageWorker('javascript', () => new JavaScriptWorker())

// A handler runs in Node: what a browser has besides (document, window) is not offered. What is not typed is anything;
// what is (`@type {Handler}`) is held to it.
javascriptDefaults.setCompilerOptions({
  allowJs: true,
  checkJs: true,
  allowNonTsExtensions: true,
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  lib: ['esnext'],
})

// That CommonJS could be written as a module is no news to anybody.
javascriptDefaults.setDiagnosticsOptions({ noSemanticValidation: false, noSuggestionDiagnostics: true })
