import { defineCheck } from './check.ts'

export const validatorAdded = defineCheck({
  id: 'validator-added',
  on: 'validator-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'Requests are held against the description.',
  applies: ({ from }) => from === undefined,
  message: ({ to }) => `Requests are held against ${to} now: some that passed may be refused.`,
  title: ({ to, subject }) => `Validate ${subject} with ${to}`,
})
