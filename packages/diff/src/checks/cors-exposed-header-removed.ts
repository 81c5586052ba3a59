import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const corsExposedHeaderRemoved = defineCheck({
  id: 'cors-exposed-header-removed',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  direction: 'response',
  finds: 'Pages may not read a header any more.',
  applies: ({ aspect, removed }) => aspect === 'exposeHeaders' && removed.length > 0,
  message: ({ removed }) => `Pages of other sites may not read ${list(removed)} any more.`,
  title: () => 'Change the CORS of the API',
})
