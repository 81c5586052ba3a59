import { defineCheck } from './check.ts'

export const operationDeprecationWithdrawn = defineCheck({
  id: 'operation-deprecation-withdrawn',
  on: 'deprecated',
  level: 'documentation',
  area: 'documentation',
  finds: 'An operation is not deprecated any more.',
  applies: ({ deprecated }) => !deprecated,
  message: () => 'It is not marked as deprecated any more.',
  title: ({ subject }) => `Undo the deprecation of ${subject}`,
})
