import { defineLastCheck } from './check.ts'
import { titleFunction } from './service-words.ts'
import { change } from './words.ts'

export const functionLimitRaised = defineLastCheck({
  id: 'function-limit-raised',
  on: 'function-changed',
  level: 'safe',
  area: 'limit',
  finds: 'A function has more time or memory.',
  message: (delta) => `The ${delta.field} of the function ${delta.name} is ${change(delta)}.`,
  title: titleFunction,
})
