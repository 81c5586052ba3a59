import { defineLastCheck } from './check.ts'

export const upstreamPoolChanged = defineLastCheck({
  id: 'upstream-pool-changed',
  on: 'upstream-pool-changed',
  level: 'risky',
  area: 'behaviour',
  finds:
    'An upstream runs elsewhere, or its calls are shared out, repeated or kept from targets in another way.',
  message: ({ name, field }) => `The ${field} of upstream ${name} changed.`,
  title: ({ name, field }) => `Change the ${field} of upstream ${name}`,
})
