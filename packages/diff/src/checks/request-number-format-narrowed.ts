import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestNumberFormatNarrowed = defineCheck({
  id: 'request-number-format-narrowed',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Numbers that callers send have to fit into fewer bits.',
  applies: ({ direction, keyword, effect, from }) =>
    direction === 'request' && keyword === 'format' && effect === 'narrowed' && from !== undefined,
  message: sayConstraint,
  title: titleConstraint,
})
