import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterBecameOptional = defineLastCheck({
  id: 'parameter-became-optional',
  on: 'parameter-required',
  level: 'safe',
  area: 'parameter',
  direction: 'request',
  finds: 'A required parameter may be left out.',
  message: (delta) => `The ${nameParameter(delta)} is optional now.`,
  title: (delta) => `Make ${nameParameter(delta)} optional in ${delta.subject}`,
})
