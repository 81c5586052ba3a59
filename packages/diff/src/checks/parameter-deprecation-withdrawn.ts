import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterDeprecationWithdrawn = defineLastCheck({
  id: 'parameter-deprecation-withdrawn',
  on: 'parameter-deprecated',
  level: 'documentation',
  area: 'documentation',
  direction: 'request',
  finds: 'A parameter is not deprecated any more.',
  message: (delta) => `The ${nameParameter(delta)} is not marked as deprecated any more.`,
  title: (delta) => `Undo the deprecation of ${nameParameter(delta)} of ${delta.subject}`,
})
