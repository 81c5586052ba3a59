import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterEmptyValueRefused = defineCheck({
  id: 'parameter-empty-value-refused',
  on: 'parameter-empty-value',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter may not be sent without a value any more.',
  applies: ({ allowed }) => !allowed,
  message: (delta) => `The ${nameParameter(delta)} may not be empty any more.`,
})
