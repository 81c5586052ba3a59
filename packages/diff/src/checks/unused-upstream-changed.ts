import { defineCheck } from './check.ts'

export const unusedUpstreamChanged = defineCheck({
  id: 'unused-upstream-changed',
  on: 'upstream-changed',
  level: 'safe',
  area: 'behaviour',
  finds: 'The URL of an upstream that no method uses is another one.',
  applies: ({ users }) => users === '',
  message: ({ name, from, to }) => `The upstream ${name} is ${to}, it was ${from}. No method uses it.`,
  title: ({ name, to }) => `Change upstream ${name} to ${to}`,
})
