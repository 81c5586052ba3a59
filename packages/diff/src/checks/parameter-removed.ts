import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterRemoved = defineLastCheck({
  id: 'parameter-removed',
  on: 'parameter-removed',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter is gone.',
  message: (delta) => `The ${nameParameter(delta)} is gone: callers who send it may be ignored or refused.`,
  title: (delta) => `Remove ${nameParameter(delta)} from ${delta.subject}`,
})
