import { defineCheck } from './check.ts'
import { nameParameter, textOr } from './words.ts'

export const parameterContentChanged = defineCheck({
  id: 'parameter-content-changed',
  on: 'parameter-serialization',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter is written in another media type.',
  applies: ({ field }) => field === 'content',
  message: (delta) =>
    `The ${nameParameter(delta)} is written as ${textOr(delta.to, 'plain text')}, it was ${textOr(delta.from, 'plain text')}.`,
})
