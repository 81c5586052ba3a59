import { defineLastCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterReservedChanged = defineLastCheck({
  id: 'parameter-reserved-changed',
  on: 'parameter-serialization',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'Reserved characters in a parameter are escaped, or are not any more.',
  message: (delta) =>
    `Characters like / and ? in the ${nameParameter(delta)} are ${delta.to === true ? 'sent as they are' : 'escaped'} now.`,
})
