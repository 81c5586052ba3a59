import { defineCheck } from './check.ts'

export const unusedUpstreamPoolChanged = defineCheck({
  id: 'unused-upstream-pool-changed',
  on: 'upstream-pool-changed',
  level: 'safe',
  area: 'behaviour',
  finds: 'The targets of an upstream that no method uses, or how they are called, are not as before.',
  applies: ({ users }) => users === '',
  message: ({ name, field }) => `The ${field} of upstream ${name} changed. No method uses it.`,
  title: ({ name, field }) => `Change the ${field} of upstream ${name}`,
})
