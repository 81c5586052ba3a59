import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const corsOriginRemoved = defineCheck({
  id: 'cors-origin-removed',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  finds: 'Browsers on a site are kept out.',
  applies: ({ aspect, removed }) => aspect === 'allowOrigins' && removed.length > 0,
  message: ({ removed }) => `Browsers on ${list(removed)} are kept out now.`,
  title: () => 'Change the CORS of the API',
})
