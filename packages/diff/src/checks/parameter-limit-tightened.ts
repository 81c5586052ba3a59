import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const parameterLimitTightened = defineCheck({
  id: 'parameter-limit-tightened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'A limit of what a parameter may be is stricter.',
  applies: ({ part, keyword, effect }) =>
    part === 'parameter' && keyword !== 'format' && effect !== 'widened',
  message: sayConstraint,
  title: titleConstraint,
})
