import { defineCheck } from './check.ts'

export const operationRemoved = defineCheck({
  id: 'operation-removed',
  on: 'operation-removed',
  judge: ({ subject }) => ({
    verdict: 'breaking',
    message: `${subject} is gone: calls to it fail.`,
    title: `Remove ${subject}`,
  }),
})
