import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const parameterPatternChanged = defineCheck({
  id: 'parameter-pattern-changed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter has to look otherwise. Whether what callers send does, the document does not say.',
  applies: ({ part, keyword, effect }) =>
    part === 'parameter' && (keyword === 'pattern' || keyword === 'format') && effect === 'changed',
  message: sayConstraint,
  title: titleConstraint,
})
