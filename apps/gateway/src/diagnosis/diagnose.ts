import { type Diagnosis, diagnosisFormat, type DiagnoseRequest } from '@penstock/bundle'
import { callDirectly } from './call-directly.ts'
import type { KeptCall } from './failed-calls.ts'
import { meaningOf } from './meaning.ts'

/** Methods that change nothing (RFC 9110 §9.2.1), and may be repeated by anybody. */
const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The failed call, and the same once more past the gateway's own HTTP code, as far as it may be made. */
export async function diagnose(
  call: KeptCall,
  { repeat, body }: DiagnoseRequest,
  gone: AbortSignal,
): Promise<Diagnosis> {
  const { id, error, recorded, request } = call
  const sent = body === undefined ? call.body : Buffer.from(body, 'base64')
  const notRepeated = !repeat && !safe.has(request.method) ? 'unsafe' : sent === null ? 'body' : null
  const direct =
    notRepeated === null && sent !== null ? await callDirectly({ ...request, body: sent }, gone) : null
  return {
    format: diagnosisFormat,
    requestId: id,
    error,
    recorded,
    direct,
    notRepeated,
    meaning: meaningOf(call, direct, notRepeated),
  }
}
