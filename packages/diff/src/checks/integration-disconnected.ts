import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const integrationDisconnected = defineCheck({
  id: 'integration-disconnected',
  on: 'integration-switched',
  level: 'breaking',
  area: 'behaviour',
  finds: 'Nothing answers an operation any more.',
  applies: ({ to }) => to === undefined,
  message: ({ subject }) => `${upperFirst(subject)} has no integration any more: calls fail.`,
  title: ({ subject }) => `Disconnect ${subject}`,
})
