import { defineLastCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const integrationReplaced = defineLastCheck({
  id: 'integration-replaced',
  on: 'integration-switched',
  level: 'risky',
  area: 'behaviour',
  finds: 'Another integration answers.',
  message: ({ from, to, count, subject }) =>
    `${count === 1 ? `${upperFirst(subject)} is` : `${count} methods are`} answered by ${to}, it was ${from}.`,
  title: ({ to, subject }) => `Point ${subject} at ${to}`,
})
