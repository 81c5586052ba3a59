import { defineCheck } from './check.ts'

export const corsTurnedOff = defineCheck({
  id: 'cors-turned-off',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  finds: 'Browsers of other sites are not let in by the gateway any more.',
  applies: ({ aspect }) => aspect === 'all',
  message: () => 'The gateway does not let browsers of other sites in any more.',
  title: () => 'Change the CORS of the API',
})
