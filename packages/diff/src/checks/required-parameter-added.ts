import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const requiredParameterAdded = defineCheck({
  id: 'required-parameter-added',
  on: 'parameter-added',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter is new and required.',
  applies: ({ parameter }) => parameter.required,
  message: (delta) => `The ${nameParameter(delta)} is new and required: callers do not send it yet.`,
  title: (delta) => `Add required ${nameParameter(delta)} to ${delta.subject}`,
})
