import { defineCheck } from './check.ts'

export const corsCredentialsRefused = defineCheck({
  id: 'cors-credentials-refused',
  on: 'cors-changed',
  level: 'breaking',
  area: 'behaviour',
  direction: 'request',
  finds: 'Browsers may not send cookies any more.',
  applies: ({ aspect, to }) => aspect === 'allowCredentials' && to !== true,
  message: () => 'Browsers of other sites may not send cookies and credentials any more.',
  title: () => 'Change the CORS of the API',
})
