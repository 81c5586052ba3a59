import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterDeprecated = defineCheck({
  id: 'parameter-deprecated',
  on: 'parameter-deprecated',
  level: 'documentation',
  area: 'documentation',
  direction: 'request',
  finds: 'A parameter is deprecated.',
  applies: ({ deprecated }) => deprecated,
  message: (delta) => `The ${nameParameter(delta)} is marked as deprecated.`,
  title: (delta) => `Deprecate ${nameParameter(delta)} of ${delta.subject}`,
})
