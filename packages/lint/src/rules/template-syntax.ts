import { templateRule } from '../facts/templates.ts'

export const templateSyntax = templateRule({
  id: 'template-syntax',
  severity: 'error',
  title: 'A mapping template that can not be read',
  why: 'A template that does not compile fails every call that needs it, so a definition with one is not deployed.',
  mend: 'Line and column say where reading stopped. Every `#if`, `#foreach` and `#macro` needs its `#end`.',
})
