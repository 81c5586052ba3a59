import { defineLastCheck } from './check.ts'

export const authorizerReplaced = defineLastCheck({
  id: 'authorizer-replaced',
  on: 'authorizer-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another authorizer decides who may call.',
  message: ({ from, to }) => `The authorizer ${to} decides who may call, it was ${from}.`,
  title: ({ to, subject }) => `Guard ${subject} with ${to}`,
})
