import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const schemaDialectChanged = defineCheck({
  id: 'schema-dialect-changed',
  on: 'api-changed',
  level: 'safe',
  area: 'api',
  finds: 'Schemas are written by the rules of another version.',
  applies: ({ field }) => field === 'dialect',
  message: (delta) => `The schema dialect is ${change(delta)}. The same schemas are written in another way.`,
  title: () => 'Change the schema dialect of the API',
})
