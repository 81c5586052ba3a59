import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseLimitTightened = defineCheck({
  id: 'response-limit-tightened',
  on: 'schema-constraint',
  level: 'safe',
  area: 'limit',
  direction: 'response',
  finds: 'A limit of what clients get is stricter.',
  applies: ({ effect }) => effect === 'narrowed',
  message: sayConstraint,
  title: titleConstraint,
})
