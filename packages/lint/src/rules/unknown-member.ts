import { templateRule } from '../facts/templates.ts'

export const unknownMember = templateRule({
  id: 'unknown-member',
  severity: 'warning',
  title: 'A template calls something that does not exist',
  why: '`$input` and `$util` have a fixed list of methods. Anything else prints nothing, here as on Amazon, and nobody is told.',
  mend: 'Use one of those that the message lists.',
})
