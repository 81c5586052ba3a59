import { defineCheck } from './check.ts'

export const upstreamChanged = defineCheck({
  id: 'upstream-changed',
  on: 'upstream-changed',
  judge: ({ name, from, to, users }) => ({
    verdict: users === '' ? 'safe' : 'risky',
    message: `The upstream ${name} is ${to}, it was ${from}.`,
    title: users === '' ? `Change upstream ${name} to ${to}` : `Point ${users} at ${to}`,
  }),
})
