import { defineCheck } from './check.ts'

export const authorizerRemoved = defineCheck({
  id: 'authorizer-removed',
  on: 'authorizer-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'No authorizer decides any more who may call.',
  applies: ({ to }) => to === undefined,
  message: ({ from }) => `The authorizer ${from} is not asked any more.`,
  title: ({ from, subject }) => `Stop guarding ${subject} with ${from}`,
})
