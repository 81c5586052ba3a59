import { Failure } from '../../failure.ts'
import type { IntegrationDefinition } from '../integration.ts'

/** Refuses with the reason: an integration that we don't run must not look as if it answered. */
export const unsupportedIntegration: IntegrationDefinition<'unsupported'> = {
  kind: 'unsupported',
  compile: ({ reason }) => {
    return () => {
      throw new Failure('INTEGRATION_UNSUPPORTED', { phase: 'integration', reason })
    }
  },
}
