import { Failure } from '../../failure.ts'
import { isRefusal } from '../../upstream/tls-of-upstreams.ts'
import type { IntegrationDefinition } from '../integration.ts'
import { compileMapped } from './mapped.ts'
import { compileProxy } from './proxy.ts'

/** Calls an HTTP service: passes the request through, or builds it from templates. */
export const httpIntegration: IntegrationDefinition<'http'> = {
  kind: 'http',
  compile: (integration, scope) => {
    const tls = scope.tls.of(integration.tls, integration.insecureSkipVerification === true)
    if (isRefusal(tls)) return () => Promise.reject(new Failure(tls.code, tls.options))
    const compile = integration.proxy ? compileProxy : compileMapped
    return compile(integration, scope, tls)
  },
}
