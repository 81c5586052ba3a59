import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const corsOriginAdded = defineCheck({
  id: 'cors-origin-added',
  on: 'cors-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Browsers on one more site are let in.',
  applies: ({ aspect }) => aspect === 'allowOrigins',
  message: ({ added }) => `Browsers on ${list(added)} are let in now.`,
  title: () => 'Change the CORS of the API',
})
