import { defineCheck } from './check.ts'
import { show } from './words.ts'

export const corsTurnedOn = defineCheck({
  id: 'cors-turned-on',
  on: 'cors-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The gateway answers browsers of other sites itself.',
  applies: ({ aspect, from }) => aspect === 'all' && from === undefined,
  message: ({ to }) => `The gateway answers browsers of other sites itself now: ${show(to)}.`,
  title: () => 'Change the CORS of the API',
})
