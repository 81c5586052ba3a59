import { defineLastCheck } from './check.ts'

export const operationAdded = defineLastCheck({
  id: 'operation-added',
  on: 'operation-added',
  level: 'safe',
  area: 'operation',
  finds: 'An operation is new.',
  message: ({ subject }) => `${subject} is new.`,
  title: ({ subject }) => `Add ${subject}`,
})
