import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const corsMethodRemoved = defineCheck({
  id: 'cors-method-removed',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  finds: 'Browsers may not use a method any more.',
  applies: ({ aspect, removed }) => aspect === 'allowMethods' && removed.length > 0,
  message: ({ removed }) => `Browsers of other sites may not use ${list(removed)} any more.`,
  title: () => 'Change the CORS of the API',
})
