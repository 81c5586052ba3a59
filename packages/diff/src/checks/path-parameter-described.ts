import { defineCheck } from './check.ts'
import { nameParameter } from './words.ts'

export const pathParameterDescribed = defineCheck({
  id: 'path-parameter-described',
  on: 'parameter-added',
  level: 'safe',
  area: 'parameter',
  finds: 'A parameter of the path is described that was there without.',
  applies: ({ parameter }) => parameter.in === 'path',
  message: (delta) => `The ${nameParameter(delta)} is described now.`,
  title: (delta) => `Describe ${nameParameter(delta)} in ${delta.subject}`,
})
