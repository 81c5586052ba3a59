import { defineLastCheck } from './check.ts'

export const integrationReplaced = defineLastCheck({
  id: 'integration-replaced',
  on: 'integration-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another integration answers.',
  message: ({ from, to, count }) =>
    `${count === 1 ? 'The method is' : `${count} methods are`} answered by ${to}, it was ${from}.`,
  title: ({ to, subject }) => `Point ${subject} at ${to}`,
})
