import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const corsRequestHeaderRemoved = defineCheck({
  id: 'cors-request-header-removed',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  direction: 'request',
  finds: 'Browsers may not send a header any more.',
  applies: ({ aspect, removed }) => aspect === 'allowHeaders' && removed.length > 0,
  message: ({ removed }) => `Browsers of other sites may not send ${list(removed)} any more.`,
  title: () => 'Change the CORS of the API',
})
