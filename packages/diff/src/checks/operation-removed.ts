import { defineLastCheck } from './check.ts'

export const operationRemoved = defineLastCheck({
  id: 'operation-removed',
  on: 'operation-removed',
  level: 'breaking',
  area: 'operation',
  finds: 'An operation is gone without having been deprecated.',
  message: ({ subject }) => `${subject} is gone: calls to it fail.`,
  title: ({ subject }) => `Remove ${subject}`,
})
