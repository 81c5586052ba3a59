import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const basePathChanged = defineCheck({
  id: 'base-path-changed',
  on: 'api-changed',
  level: 'breaking',
  area: 'api',
  finds: 'The path before every route is another one.',
  applies: ({ field }) => field === 'basePath',
  message: (delta) => `The base path is ${change(delta)}. Every path is another one.`,
  title: () => 'Change the base path of the API',
})
