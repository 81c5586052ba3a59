import { defineCheck } from './check.ts'
import { nameParameter, change } from './words.ts'

export const parameterStyleChanged = defineCheck({
  id: 'parameter-style-changed',
  on: 'parameter-serialization',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'Lists or objects in a parameter are written in another style.',
  applies: ({ field }) => field === 'style' || field === 'collectionFormat',
  message: (delta) =>
    `The ${nameParameter(delta)} is written in another way: its ${delta.field} is ${change(delta)}.`,
})
