import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const optionalParameterAdded = defineLastCheck({
  id: 'optional-parameter-added',
  on: 'parameter-added',
  level: 'safe',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter is new and optional.',
  message: (delta) => `The ${nameParameter(delta)} is new and optional.`,
  title: (delta) => `Add ${nameParameter(delta)} to ${delta.subject}`,
})
