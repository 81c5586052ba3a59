export type { TemplateDiagnostic } from './diagnostic.ts'
export { evaluateJsonPath } from './jsonpath/evaluate.ts'
export { isEndless as isEndlessPattern } from './functions/java-regex.ts'
export { searchSteps } from './functions/regex-cost.ts'
export { limits as templateLimits } from './limits.ts'
export { renderMockStatus } from './mock-status.ts'
export { type TemplateRead, templateReads } from './reads.ts'
export type {
  OverrideValue,
  RenderResult,
  RequestOverride,
  ResponseOverride,
  TemplateScope,
} from './scope/scope.ts'
export { compileTemplate, type Template } from './template.ts'
export { compileSelection, type SelectionExpression } from './selection-expression.ts'
export { completeTemplate, type TemplateWord, type TemplateWords } from './words/complete.ts'
export { contextWords } from './words/context-words.ts'
