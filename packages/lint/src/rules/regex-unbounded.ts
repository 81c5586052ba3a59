import { templateRule } from '../facts/templates.ts'

export const regexUnbounded = templateRule({
  id: 'regex-unbounded',
  severity: 'warning',
  title: 'A template searches with an expression that may never end',
  why: 'A repeat within a repeat is tried in exponentially many ways. The gateway refuses the call before it begins.',
  mend: 'Write it without a repeat inside a repeated group.',
})
