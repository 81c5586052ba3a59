import { defineLastCheck } from './check.ts'

export const validatorReplaced = defineLastCheck({
  id: 'validator-replaced',
  on: 'validator-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another validator looks at requests.',
  message: ({ from, to }) =>
    `Requests are held against ${to} now, it was ${from}: some that passed may be refused.`,
  title: ({ to, subject }) => `Validate ${subject} with ${to}`,
})
