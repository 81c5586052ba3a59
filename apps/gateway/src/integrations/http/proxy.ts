import type { Readable } from 'node:stream'
import type { Handler } from '../../compiled-stage.ts'
import { withoutHopByHop } from '../../dialects/hop-by-hop.ts'
import { headerValue, type RawHeaders, removeHeader } from '../../headers.ts'
import { compileParameterMappings, type MappedRequest } from '../../mapping/parameter-mappings.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { readBody } from '../../read-body.ts'
import type { RequestContext } from '../../request-context.ts'
import { proxyAnswer } from '../../upstream/call-upstream.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import { methodFor } from './method.ts'
import { joinQuery } from './query.ts'
import { compileUri } from './uri.ts'

/** Sent anew for each connection, whatever the dialect drops besides. */
const ownHeaders = new Set(['host', 'content-length', 'expect'])

/** The request goes on as it came, with mappings laid over it; bodies stream unless a mapping reads them. */
export function compileProxy(integration: IntegrationOf<'http'>, scope: CompileScope): Handler {
  const uri = compileUri(integration.uri, scope.variables)
  const mappings = compileParameterMappings(integration.requestParameters, 'http')
  return async (context) => {
    const buffered = mappings?.needsBody ? await readBody(context) : context.heldBody
    context.inspector?.enter('integration request')
    const inputs = mappings === null ? null : new RequestInputs(context, buffered?.toString('utf8'))
    const mapped = mappings !== null && inputs !== null ? mappings.evaluate(inputs) : null
    const parameters = context.pathParameters
    const target = uri.target((name) => mapped?.path.get(name) ?? parameters[name])
    const path = integration.appendPath === true ? appendPath(target.path, context.path) : target.path
    const query = joinQuery(target.query, mapped?.query ?? null, context.query)
    await proxyAnswer(
      context,
      scope.client,
      {
        origin: target.origin,
        path: query === '' ? path : `${path}?${query}`,
        method: methodFor(integration, context),
        headers: outgoingHeaders(context, mapped, buffered),
        body: buffered === null ? context.request.body : buffered.length === 0 ? null : buffered,
        timeoutMs: integration.timeoutMs,
        insecure: integration.insecureSkipVerification === true,
      },
      'untraced',
    )
  }
}

function outgoingHeaders(
  context: RequestContext,
  mapped: MappedRequest | null,
  buffered: Buffer | null,
): RawHeaders {
  const { request, stage } = context
  let headers = withoutHopByHop(request.headers, ownHeaders)
  if (stage !== null) headers = dropAll(headers, stage.dialect.droppedRequestHeaders)
  const length = buffered === null ? announced(request.body, request.headers) : buffered.length || null
  stage?.dialect.addForwarded(context, headers)
  for (const [lower, { name, values }] of mapped?.headers ?? []) {
    removeHeader(headers, lower)
    for (const value of values) headers.push(name, value)
  }
  if (length !== null) headers.push('Content-Length', String(length))
  return headers
}

function announced(body: Readable | null, headers: readonly string[]): string | null {
  return body === null ? null : (headerValue(headers, 'content-length') ?? null)
}

function dropAll(headers: RawHeaders, dropped: ReadonlySet<string>): RawHeaders {
  if (dropped.size === 0) return headers
  const kept: RawHeaders = []
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    if (!dropped.has(name.toLowerCase())) kept.push(name, headers[i + 1] ?? '')
  }
  return kept
}

/** `/v1` and `/pets` → `/v1/pets`; a bare `/` adds nothing. */
export function appendPath(base: string, path: string): string {
  const start = base.endsWith('/') ? base.slice(0, -1) : base
  return start === '' ? path : path === '/' ? start : start + path
}
