import { answer } from '../../answer.ts'
import type { Handler } from '../../compiled-stage.ts'
import type { RawHeaders } from '../../headers.ts'
import { bytesOf } from '../../mapping/binary.ts'
import {
  compileParameterMappings,
  emptyMappedRequest,
  type MappedRequest,
} from '../../mapping/parameter-mappings.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { ResponseMapping } from '../../mapping/response-mapping.ts'
import { bodyLimitBytes, readBody } from '../../read-body.ts'
import { collectAnswer } from '../../upstream/call-upstream.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import { RequestPayload } from '../request-payload.ts'
import { methodFor } from './method.ts'
import { appendPath } from './proxy.ts'
import { joinQuery } from './query.ts'
import { compileUri } from './uri.ts'

/** The call is built from mappings and templates alone, and so is the answer: nothing passes by itself but the body. */
export function compileMapped(integration: IntegrationOf<'http'>, scope: CompileScope): Handler {
  const uri = compileUri(integration.uri, scope.variables)
  const mappings = compileParameterMappings(integration.requestParameters, 'http')
  const payload = new RequestPayload(integration)
  const responses = new ResponseMapping(integration)
  return async (context) => {
    const bytes = await readBody(context)
    context.inspector?.enter('integration request')
    const inputs = new RequestInputs(context, bytes.toString('utf8'))
    const mapped = mappings?.evaluate(inputs) ?? emptyMappedRequest()
    const body = bytesOf(payload.prepare(inputs, bytes, mapped))
    const parameters = context.pathParameters
    const target = uri.target((name) => mapped.path.get(name) ?? parameters[name])
    const path = integration.appendPath === true ? appendPath(target.path, context.path) : target.path
    const query = joinQuery(target.query, mapped.query, '')
    const answered = await collectAnswer(
      context,
      scope.client,
      {
        origin: target.origin,
        path: query === '' ? path : `${path}?${query}`,
        method: methodFor(integration, context),
        headers: outgoingHeaders(inputs, mapped),
        body: body.length === 0 ? null : body,
        timeoutMs: integration.timeoutMs,
        insecure: integration.insecureSkipVerification === true,
      },
      bodyLimitBytes,
    )
    const result = responses.apply(inputs, {
      selector: String(answered.status),
      headers: answered.headers,
      body: answered.body,
    })
    answer(context, result.status, result.headers, result.body, 'traced')
  }
}

/** What a built call says of itself; mapped headers replace these. */
function outgoingHeaders(inputs: RequestInputs, mapped: MappedRequest): RawHeaders {
  const { context } = inputs
  const own: [string, string][] = [
    ['Accept', 'application/json'],
    ['Content-Type', inputs.header('content-type') ?? 'application/json'],
    ['User-Agent', context.stage?.dialect.userAgent(context) ?? 'Penstock'],
    ['X-Amzn-Apigateway-Api-Id', context.stage?.slug ?? ''],
    ['X-Amzn-Trace-Id', context.trace],
  ]
  const headers: RawHeaders = []
  for (const [name, value] of own) if (!mapped.headers.has(name.toLowerCase())) headers.push(name, value)
  for (const { name, values } of mapped.headers.values())
    for (const value of values) headers.push(name, value)
  return headers
}
