import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const defaultValidatorChanged = defineCheck({
  id: 'default-validator-changed',
  on: 'api-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'Methods that name no validator have another one.',
  applies: ({ field }) => field === 'validator',
  message: (delta) => `The validator is ${change(delta)}. Some requests that passed may be refused.`,
  title: () => 'Change the validator of the API',
})
