import { defineLastCheck } from './check.ts'

export const operationDeprecated = defineLastCheck({
  id: 'operation-deprecated',
  on: 'deprecated',
  level: 'documentation',
  area: 'documentation',
  finds: 'An operation is deprecated, with the day it ends.',
  message: ({ sunset }) => `It is marked as deprecated, to end on ${sunset}.`,
  title: ({ subject }) => `Deprecate ${subject}`,
})
