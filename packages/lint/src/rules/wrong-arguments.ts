import { templateRule } from '../facts/templates.ts'

export const wrongArguments = templateRule({
  id: 'wrong-arguments',
  severity: 'warning',
  title: 'A template calls a method with too many or too few arguments',
  why: 'Such a call prints nothing, here as on Amazon, and nobody is told.',
  mend: 'Give it as many as the message says.',
})
