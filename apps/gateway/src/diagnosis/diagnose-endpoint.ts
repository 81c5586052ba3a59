import { diagnosePath, type DiagnoseRequest, diagnoseRequestSchema } from '@penstock/bundle'
import { answer } from '../answer.ts'
import { Failure } from '../failure.ts'
import { headerValue } from '../headers.ts'
import { readBody } from '../read-body.ts'
import type { RequestContext } from '../request-context.ts'
import type { Runtime } from '../runtime.ts'
import type { Others } from '../workers/questions.ts'
import { diagnose } from './diagnose.ts'
import type { FailedCalls } from './failed-calls.ts'

/** Ten megabytes of a body, as base64, and what stands around it. */
const requestLimit = 16 * 1024 * 1024

/**
 * Answers `diagnosePath` to whoever shows the control plane's token; null for every other request, as for inspections. Asked
 * only of requests that address no API.
 */
export function diagnoseEndpoint(
  runtime: Runtime,
  failedCalls: FailedCalls,
  others: Others,
): (context: RequestContext) => Promise<void> | null {
  return (context) => {
    const { request } = context
    if (request.method !== 'POST' || context.targetPath !== diagnosePath) return null
    const token = /^Bearer (.+)$/i.exec(headerValue(request.headers, 'authorization') ?? '')?.[1]
    if (token === undefined || runtime.current?.inspection?.isShown(token) !== true) return null
    return answerDiagnosis(context, failedCalls, others)
  }
}

async function answerDiagnosis(
  context: RequestContext,
  failedCalls: FailedCalls,
  others: Others,
): Promise<void> {
  const input = parse(await readBody(context, requestLimit))
  const gone = new AbortController()
  context.response.onGone(() => gone.abort())
  const call = failedCalls.find(input.id)
  const diagnosis =
    call === null ? await others.ask('diagnose', input) : await diagnose(call, input, gone.signal)
  if (diagnosis === null) {
    const reason = 'this node does not have it, or no longer'
    throw new Failure('CALL_NOT_KEPT', { phase: 'request', reason, params: { reason } })
  }
  answer(context, 200, ['Content-Type', 'application/json'], JSON.stringify(diagnosis), 'untraced')
}

function parse(bytes: Buffer): DiagnoseRequest {
  try {
    return diagnoseRequestSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw new Failure('REQUEST_MALFORMED', {
      phase: 'request',
      reason: `not a request to diagnose: ${(cause as Error).message}`,
    })
  }
}
