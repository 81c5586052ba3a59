import { defineCheck } from './check.ts'
import { nameParameter, change } from './words.ts'

export const parameterExplodeChanged = defineCheck({
  id: 'parameter-explode-changed',
  on: 'parameter-serialization',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'Members of a parameter are sent together or apart.',
  applies: ({ field }) => field === 'explode',
  message: (delta) =>
    `The ${nameParameter(delta)} is written in another way: its explode is ${change(delta)}.`,
})
