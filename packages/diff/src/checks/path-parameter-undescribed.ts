import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const pathParameterUndescribed = defineCheck({
  id: 'path-parameter-undescribed',
  on: 'parameter-removed',
  level: 'safe',
  area: 'parameter',
  finds: 'A parameter of the path is not described any more.',
  applies: ({ parameter }) => parameter.in === 'path',
  message: (delta) => `The ${nameParameter(delta)} is not described any more.`,
  title: (delta) => `No longer describe ${nameParameter(delta)} in ${delta.subject}`,
})
