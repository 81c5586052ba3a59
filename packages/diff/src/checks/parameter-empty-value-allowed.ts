import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterEmptyValueAllowed = defineLastCheck({
  id: 'parameter-empty-value-allowed',
  on: 'parameter-empty-value',
  level: 'safe',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter may be sent without a value.',
  message: (delta) => `The ${nameParameter(delta)} may be empty now.`,
})
