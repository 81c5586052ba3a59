import { defineCheck } from './check.ts'

export const authorizationDropped = defineCheck({
  id: 'authorization-dropped',
  on: 'authorization-changed',
  level: 'risky',
  area: 'security',
  finds: 'Nobody is asked who they are any more.',
  applies: ({ to }) => to === 'NONE',
  message: ({ from }) => `No authorization any more (it was ${from}): anybody may call.`,
  title: ({ subject }) => `Open ${subject} to everybody`,
})
