import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestLimitLoosened = defineCheck({
  id: 'request-limit-loosened',
  on: 'schema-constraint',
  level: 'safe',
  area: 'limit',
  direction: 'request',
  finds: 'A limit of what callers may send is looser.',
  applies: ({ direction, effect }) => direction === 'request' && effect === 'widened',
  message: sayConstraint,
  title: titleConstraint,
})
