import type { IntegrationDefinition } from '../integration.ts'
import { compileMapped } from './mapped.ts'
import { compileProxy } from './proxy.ts'

/** Calls an HTTP service: passes the request through, or builds it from templates. */
export const httpIntegration: IntegrationDefinition<'http'> = {
  kind: 'http',
  compile: (integration, scope) =>
    integration.proxy ? compileProxy(integration, scope) : compileMapped(integration, scope),
}
