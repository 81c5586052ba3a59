import { defineCheck } from './check.ts'

export const authorizerTargetChanged = defineCheck({
  id: 'authorizer-target-changed',
  on: 'authorizer-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another function decides who may call.',
  applies: ({ field }) => field === 'authorizerUri',
  message: ({ name }) =>
    `Another function decides for the authorizer ${name}: it may let in and keep out others than before.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
