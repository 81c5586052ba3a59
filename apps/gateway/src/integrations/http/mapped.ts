import type { Handler } from '../../compiled-stage.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import { clientOf } from '../../pools/pooled-client.ts'
import type { UpstreamTls } from '../../wire/upstream-tls.ts'
import { builtHeaders, compileMappedCall } from '../mapped-call.ts'
import { methodFor } from './method.ts'
import { appendPath } from './proxy.ts'
import { joinQuery } from './query.ts'
import { compileUri } from './uri.ts'

/** Calls an HTTP service with what mappings and templates make. */
export function compileMapped(
  integration: IntegrationOf<'http'>,
  scope: CompileScope,
  tls: UpstreamTls,
): Handler {
  const uri = compileUri(integration.uri, scope.variables)
  return compileMappedCall(integration, 'http', clientOf(integration.pool, scope), (call) => {
    const { mapped, body, inputs } = call
    const { context } = inputs
    const target = uri.target((name) => mapped.path.get(name) ?? context.pathParameter(name))
    const path = integration.appendPath === true ? appendPath(target.path, context.path) : target.path
    const query = joinQuery(target.query, mapped.query, '')
    return {
      origin: target.origin,
      path: query === '' ? path : `${path}?${query}`,
      method: methodFor(integration, context),
      headers: builtHeaders(call, [
        ['Content-Type', inputs.header('content-type') ?? 'application/json'],
        ['X-Amzn-Apigateway-Api-Id', context.stage?.slug ?? ''],
      ]),
      body: body.length === 0 ? null : body,
      timeoutMs: integration.timeoutMs,
      tls,
    }
  })
}
