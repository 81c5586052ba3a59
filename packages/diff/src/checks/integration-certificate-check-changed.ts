import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationCertificateCheckChanged = defineCheck({
  id: 'integration-certificate-check-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The certificate of the backend is checked, or is not any more.',
  applies: ({ field }) => field === 'insecureSkipVerification',
  message: ({ to }) =>
    to === true
      ? 'The certificate of the backend is not checked any more.'
      : 'The certificate of the backend is checked now: calls fail where it does not hold.',
  title: titleIntegration,
})
