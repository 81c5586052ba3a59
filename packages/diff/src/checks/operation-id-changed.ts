import { defineCheck } from './check.ts'

export const operationIdChanged = defineCheck({
  id: 'operation-id-changed',
  on: 'operation-id-changed',
  judge: ({ from, to, subject }) => ({
    verdict: 'documentation',
    message: `The operation id is ${to ?? 'gone'}, it was ${from ?? 'none'}. Clients made from the description get other method names.`,
    title: `Change the operation id of ${subject}`,
  }),
})
