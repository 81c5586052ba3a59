import { defineCheck } from './check.ts'

export const responseAdded = defineCheck({
  id: 'response-added',
  on: 'response-added',
  judge: ({ status, subject }) => ({
    verdict: 'safe',
    message: `The response ${status} is described now.`,
    title: `Add response ${status} to ${subject}`,
  }),
})
