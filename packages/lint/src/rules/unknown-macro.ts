import { templateRule } from '../facts/templates.ts'

export const unknownMacro = templateRule({
  id: 'unknown-macro',
  severity: 'warning',
  title: 'A template calls a macro that is not defined',
  why: 'A word behind `#` that is neither a directive nor a macro is printed as it stands.',
  mend: 'Define it with `#macro`, or write the text in `#[[…]]#`.',
})
