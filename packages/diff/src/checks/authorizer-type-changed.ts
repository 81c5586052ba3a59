import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const authorizerTypeChanged = defineCheck({
  id: 'authorizer-type-changed',
  on: 'authorizer-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The authorizer is of another type.',
  applies: ({ field }) => field === 'type',
  message: (delta) => `The type of the authorizer ${delta.name} is ${change(delta)}.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
