import type { BundleIntegration } from '@penstock/bundle'
import { answer } from '../answer.ts'
import type { Handler } from '../compiled-stage.ts'
import type { RawHeaders } from '../headers.ts'
import { bytesOf } from '../mapping/binary.ts'
import {
  compileParameterMappings,
  emptyMappedRequest,
  type MappedRequest,
} from '../mapping/parameter-mappings.ts'
import { RequestInputs } from '../mapping/request-inputs.ts'
import { ResponseMapping } from '../mapping/response-mapping.ts'
import { readBody } from '../read-body.ts'
import { collectAnswer } from '../upstream/call-upstream.ts'
import type { ClientOf } from '../pools/pooled-client.ts'
import type { UpstreamRequest } from '../wire/client.ts'
import { RequestPayload } from './request-payload.ts'

/** What mappings and templates made of a request. */
export interface MappedCall {
  readonly inputs: RequestInputs
  readonly mapped: MappedRequest
  readonly body: Buffer
}

/**
 * A call over HTTP that is built from mappings and templates alone, and so is the answer: nothing passes by itself but
 * the body. `make` says where it goes and with which headers.
 */
export function compileMappedCall(
  integration: Extract<BundleIntegration, { responses: unknown }>,
  target: 'http' | 'function',
  client: ClientOf,
  make: (call: MappedCall) => UpstreamRequest,
): Handler {
  const mappings = compileParameterMappings(integration.requestParameters, target)
  const payload = new RequestPayload(integration)
  const responses = new ResponseMapping(integration)
  return async (context) => {
    const bytes = await readBody(context)
    context.inspector?.enter('integration request')
    const inputs = new RequestInputs(context, bytes.toString('utf8'))
    const mapped = mappings?.evaluate(inputs) ?? emptyMappedRequest()
    const body = bytesOf(payload.prepare(inputs, bytes, mapped))
    const answered = await collectAnswer(context, client(context), make({ inputs, mapped, body }))
    const result = responses.apply(inputs, {
      selector: String(answered.status),
      headers: answered.headers,
      body: answered.body,
    })
    answer(context, result.status, result.headers, result.body, 'traced')
  }
}

/** What a built call says of itself; mapped headers replace these. */
export function builtHeaders(
  { inputs, mapped }: MappedCall,
  more: readonly (readonly [string, string])[],
): RawHeaders {
  const { context } = inputs
  const own: (readonly [string, string])[] = [
    ['Accept', 'application/json'],
    ['User-Agent', context.stage?.dialect.userAgent(context) ?? 'Penstock'],
    ['X-Amzn-Trace-Id', context.trace],
    ...more,
  ]
  const headers: RawHeaders = []
  for (const [name, value] of own) if (!mapped.headers.has(name.toLowerCase())) headers.push(name, value)
  for (const { name, values } of mapped.headers.values())
    for (const value of values) headers.push(name, value)
  return headers
}
