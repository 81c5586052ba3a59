import { Readable } from 'node:stream'
import { answerLimit, type Inspection, inspectionFormat, type InspectRequest } from '@penstock/bundle'
import { Inspector, round } from './inspector.ts'
import { maskInspection } from './mask.ts'
import { MemoryResponse } from './memory-response.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireRequest, WireResponse } from '../wire/server.ts'

/** Runs one request through the gateway's pipeline, to this stage in place of one that is served; `done` is told at its end. */
export type Run = (
  request: WireRequest,
  response: WireResponse,
  inspector: Inspector,
  stage: CompiledStage | null,
  done: (context: RequestContext) => void,
) => RequestContext

/** An answer that has begun and does not end (a stream of events) is shown as far as it came by then. */
const patienceMs = 30_000

export interface InspectOptions {
  readonly run: Run
  /** What answers in place of what is served. */
  readonly stage: CompiledStage | null
  /** The request that asks: its address is the client's. */
  readonly asking: WireRequest
  /** Fires when nobody waits for the inspection any longer. */
  readonly gone: AbortSignal
}

/**
 * Sends a request that exists only in memory through the same code as every other one, and answers what it went
 * through. Only explained, it stops where its integration would be called.
 */
export function inspect(
  input: InspectRequest,
  { run, stage, asking, gone }: InspectOptions,
): Promise<Inspection> {
  const body = input.body === undefined ? null : Buffer.from(input.body, 'base64')
  const inspector = new Inspector(input.mode === 'explain', body, input.route ?? null)
  return new Promise((resolve) => {
    let context: RequestContext | null = null
    const enough = () => {
      const call = context?.cancellable
      context?.finish()
      call?.cancel()
    }
    const response = new MemoryResponse(
      answerLimit,
      (status, headers) => inspector.enter('response', { status, headers }),
      enough,
    )
    const leave = () => response.leave()
    const late = setTimeout(() => (response.headSent ? enough() : leave()), patienceMs)
    gone.addEventListener('abort', leave, { once: true })
    const done = (finished: RequestContext) => {
      clearTimeout(late)
      gone.removeEventListener('abort', leave)
      resolve(maskInspection(inspectionOf(input, finished, inspector, response), input.headers))
    }
    context = run(requestOf(input, body, asking), response, inspector, stage, done)
  })
}

function requestOf(
  { api, stage, method, target, headers }: InspectRequest,
  body: Buffer | null,
  asking: WireRequest,
): WireRequest {
  const own = headers.filter(([name]) => !connectionHeaders.has(name.toLowerCase()))
  const host = asking.headers[asking.headers.findIndex((name) => name.toLowerCase() === 'host') + 1] ?? ''
  return {
    method,
    target: `/${encodeURIComponent(api)}/${encodeURIComponent(stage)}${target}`,
    version: '1.1',
    headers: ['Host', host, ...own.flat(), ...(body === null ? [] : ['Content-Length', String(body.length)])],
    body: body === null || body.length === 0 ? null : Readable.from(body),
    remoteAddress: asking.remoteAddress,
    localPort: asking.localPort,
    secure: asking.secure,
  }
}

/** They belong to a connection, and there is none. */
const connectionHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
])

function inspectionOf(
  { mode }: InspectRequest,
  context: RequestContext,
  inspector: Inspector,
  response: MemoryResponse,
): Inspection {
  const { stage, failure } = context
  const { answer } = response
  inspector.ends(failure, answer)
  return {
    format: inspectionFormat,
    mode,
    requestId: context.id,
    bundle: stage?.bundle ?? null,
    version: stage?.version ?? null,
    deployment: stage?.deployment ?? null,
    outcome: failure ? 'refused' : answer === null ? 'planned' : 'answered',
    routing: inspector.routing,
    phases: inspector.phases(),
    call: inspector.call,
    answer,
    error: failure && {
      code: failure.code,
      phase: failure.phase,
      message: failure.message,
      cause: failure.reason,
    },
    durationMs: round(performance.now() - context.started),
    integrationMs: context.integrationMs === null ? null : round(context.integrationMs),
  }
}
