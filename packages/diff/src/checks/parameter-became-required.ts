import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const parameterBecameRequired = defineCheck({
  id: 'parameter-became-required',
  on: 'parameter-required',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter that callers could leave out is required.',
  applies: ({ parameter }) => parameter.required,
  message: (delta) => `The ${nameParameter(delta)} is required now.`,
  title: (delta) => `Require ${nameParameter(delta)} in ${delta.subject}`,
})
