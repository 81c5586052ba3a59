import { Readable } from 'node:stream'
import type { Handler } from '../../compiled-stage.ts'
import { answer } from '../../answer.ts'
import { isClimbing } from '../../climbing.ts'
import { encodeText } from '../../encode-text.ts'
import { Failure } from '../../failure.ts'
import { passBounded } from '../../limits/bounded-body.ts'
import { type Change, compileEdits, editHeaders, editQuery, isEdit } from '../../mapping/edits.ts'
import { compileHttpExpression } from '../../mapping/http-expression.ts'
import { compileParameterMappings, type MappedRequest } from '../../mapping/parameter-mappings.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { ResponseEdits } from '../../mapping/response-edits.ts'
import { readBody } from '../../read-body.ts'
import { clientOf } from '../../pools/pooled-client.ts'
import type { RequestContext } from '../../request-context.ts'
import { collectAnswer, proxyAnswer } from '../../upstream/call-upstream.ts'
import type { UpstreamRequest } from '../../wire/client.ts'
import type { HeaderLines } from '../../wire/header-lines.ts'
import type { UpstreamTls } from '../../wire/upstream-tls.ts'
import { requestHeader, requestLines, type WireRequest } from '../../wire/server.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import { methodFor } from './method.ts'
import { joinQuery } from './query.ts'
import { compileUri } from './uri.ts'

/** The request goes on as it came, with mappings laid over it; bodies stream unless a mapping reads them. */
export function compileProxy(
  integration: IntegrationOf<'http'>,
  scope: CompileScope,
  tls: UpstreamTls,
): Handler {
  const uri = compileUri(integration.uri, scope.variables)
  const mappings = compileParameterMappings(integration.requestParameters, 'http')
  const edits = compileEdits(integration.requestParameters, compileHttpExpression, 'integration request')
  const answers = integration.responseParameters ? new ResponseEdits(integration.responseParameters) : null
  const client = clientOf(integration.pool, scope)
  const onlyPaths = mappings?.onlyPaths ?? null
  const needsBody = mappings?.needsBody === true || editsReadBody(integration)
  const send = (
    context: RequestContext,
    inputs: RequestInputs | null,
    request: UpstreamRequest,
  ): Promise<void> => {
    if (answers === null || inputs === null) return proxyAnswer(context, client(context), request, 'untraced')
    return collectAnswer(context, client(context), request).then((answered) => {
      const result = answers.apply(inputs, answered)
      answer(context, result.status, result.headers, answered.body, 'untraced')
    })
  }
  const call = (context: RequestContext, buffered: Buffer | null): Promise<void> => {
    context.inspector?.enter('integration request')
    // Whoever looks on is shown what is mapped.
    const evaluated = onlyPaths === null || context.inspector !== null ? mappings : null
    const maps = evaluated !== null || edits !== null || answers !== null
    const inputs = maps ? new RequestInputs(context, buffered?.toString('utf8')) : null
    const mapped = inputs === null ? null : (evaluated?.evaluate(inputs) ?? null)
    const changes = inputs === null ? noChanges : (edits?.changes(inputs) ?? noChanges)
    const target = uri.target(
      (name) =>
        (mapped === null ? renamed(context, onlyPaths?.get(name)) : mapped.path.get(name)) ??
        context.pathParameter(name),
    )
    const usual = integration.appendPath === true ? appendPath(target.path, context.path) : target.path
    const path = overwrittenPath(changes) ?? usual
    const query = editQuery(joinQuery(target.query, mapped?.query ?? null, context.query), changes)
    const headers = outgoingHeaders(context, mapped, buffered)
    editHeaders(headers, changes, 'integration request')
    const passed = headers.passed()
    const request = {
      origin: target.origin,
      path: query === '' ? path : `${path}?${query}`,
      method: methodFor(integration, context),
      headers: headers.added,
      passed,
      body: buffered === null ? bodyOf(context.request) : buffered.length === 0 ? null : buffered,
      timeoutMs: integration.timeoutMs,
      tls,
    }
    const limit = context.stage?.limits.passedRequestBytes ?? null
    const { body } = request
    // What was announced or is there already was looked at before.
    if (limit === null || !(body instanceof Readable) || announced(context.request) !== null)
      return send(context, inputs, request)
    return passBounded(context, body, limit, (bounded) =>
      send(context, inputs, { ...request, body: bounded }),
    )
  }
  // Most read no body, and wait for nothing but the answer.
  return needsBody
    ? async (context) => await call(context, await readBody(context))
    : (context) => call(context, context.heldBody)
}

function renamed(context: RequestContext, name: string | undefined): string | undefined {
  return name === undefined ? undefined : context.pathParameter(name)
}

const noChanges: readonly Change[] = []

function editsReadBody({ requestParameters = {} }: IntegrationOf<'http'>): boolean {
  return Object.entries(requestParameters).some(
    ([target, source]) => isEdit(target) && source.includes('request.body'),
  )
}

/** What `overwrite:path` says, with what would end a path encoded. Throws REQUEST_MALFORMED where it leads upwards. */
function overwrittenPath(changes: readonly Change[]): string | null {
  const value = changes.find(({ place }) => place === 'path')?.value
  if (value === undefined) return null
  const path = value.replace(/[^\x21-\x7e]+|[?#]/gu, encodeText)
  if (isClimbing(path))
    throw new Failure('REQUEST_MALFORMED', {
      phase: 'integration request',
      reason: 'a mapping would lead out of the path of the integration',
    })
  return path.startsWith('/') ? path : `/${path}`
}

function outgoingHeaders(
  context: RequestContext,
  mapped: MappedRequest | null,
  buffered: Buffer | null,
): HeaderLines {
  const { request, stage } = context
  const headers = requestLines(request)
  const length = buffered === null ? announced(request) : buffered.length || null
  stage?.dialect.forward(context, headers)
  for (const [lower, { name, values }] of mapped?.headers ?? []) {
    headers.remove(lower)
    for (const value of values) headers.add(name, value)
  }
  if (length !== null) headers.add('Content-Length', String(length))
  return headers
}

/** Bytes where they are at hand; a stream costs more. */
function bodyOf(request: WireRequest): UpstreamRequest['body'] {
  const { wholeBody } = request
  if (wholeBody) return wholeBody.length === 0 ? null : wholeBody
  return request.body
}

function announced(request: WireRequest): string | null {
  if (request.wholeBody) return String(request.wholeBody.length)
  return request.body === null ? null : (requestHeader(request, 'content-length') ?? null)
}

/** `/v1` and `/pets` → `/v1/pets`; a bare `/` adds nothing. */
export function appendPath(base: string, path: string): string {
  const start = base.endsWith('/') ? base.slice(0, -1) : base
  return start === '' ? path : path === '/' ? start : start + path
}
