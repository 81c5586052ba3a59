import { defineLastCheck } from './check.ts'

export const authorizerSettingsChanged = defineLastCheck({
  id: 'authorizer-settings-changed',
  on: 'authorizer-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The authorizer is set up in another way.',
  message: ({ name, field }) =>
    `The authorizer ${name} has another ${field}: it may let in and keep out others than before.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
