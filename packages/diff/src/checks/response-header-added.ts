import { defineCheck } from './check.ts'

export const responseHeaderAdded = defineCheck({
  id: 'response-header-added',
  on: 'response-header-added',
  judge: ({ status, header }) => ({
    verdict: 'safe',
    message: `The ${status} response has a header ${header} now.`,
  }),
})
