import { defineCheck } from './check.ts'

export const authorizerAdded = defineCheck({
  id: 'authorizer-added',
  on: 'authorizer-switched',
  level: 'breaking',
  area: 'behaviour',
  finds: 'An authorizer decides who may call.',
  applies: ({ from }) => from === undefined,
  message: ({ to }) => `The authorizer ${to} decides now who may call.`,
  title: ({ to, subject }) => `Guard ${subject} with ${to}`,
})
