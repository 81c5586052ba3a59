import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const authorizerChanged = defineCheck({
  id: 'authorizer-changed',
  on: 'authorizer-changed',
  judge: ({ name, fields }) => ({
    verdict: 'risky',
    message: `The authorizer ${name} has another ${list(fields)}: it may let in and keep out others than before.`,
    title: `Change authorizer ${name}`,
  }),
})
