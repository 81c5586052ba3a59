import { defineLastCheck } from './check.ts'

export const operationIdChanged = defineLastCheck({
  id: 'operation-id-changed',
  on: 'operation-id-changed',
  level: 'documentation',
  area: 'operation',
  finds: 'The operation id is another one.',
  message: ({ from, to }) =>
    `The operation id is ${to ?? 'gone'}, it was ${from ?? 'none'}. Clients made from the description get other method names.`,
  title: ({ subject }) => `Change the operation id of ${subject}`,
})
