import { changeRecord, withValue } from '../change.ts'
import { defineRule } from '../rule.ts'

export const tlsNotVerified = defineRule({
  id: 'tls-not-verified',
  severity: 'warning',
  title: 'Certificates of a service are not checked',
  why: 'Whoever is on the way can pretend to be the service: encryption without a checked certificate keeps nobody out.',
  mend: 'Check certificates, and give the service one that the gateway trusts.',
  fix: {
    title: 'Check certificates',
    apply: (definition, { location }) =>
      changeRecord(definition, location.record, (record) =>
        withValue(record, ['insecureSkipVerification'], undefined),
      ),
  },
  on: ['integration'],
  *check({ insecureSkipVerification }) {
    if (!insecureSkipVerification) return
    yield { path: ['insecureSkipVerification'], message: 'The certificate of the service is not checked.' }
  },
})
