import type { Diagnosis, DirectCall } from '@penstock/bundle'
import { headerValue } from '../headers.ts'
import type { KeptCall } from './failed-calls.ts'

type Diagnosed = Pick<KeptCall, 'recorded' | 'error' | 'request'>

/** What a failed call and its repetition mean together, in a sentence. */
export function meaningOf(
  { recorded, error, request }: Diagnosed,
  direct: DirectCall | null,
  notRepeated: Diagnosis['notRepeated'],
): string {
  if (notRepeated === 'unsafe')
    return `${request.method} may change something at the backend, so it was not repeated; say that it may be.`
  if (direct === null)
    return 'The body of the request was not kept, so it was not repeated; give one to send in its place.'
  if (direct.status === 403 && isSigned(request.headers))
    return 'Amazon refuses the call now, as the signature that it was made with has expired: send the request again, and ask with the id of that one.'
  if (recorded.step === 'answered') return answeredThen(recorded.answer?.status ?? 0, direct)
  if (direct.error === null) return answeredNow(recorded, error.code, direct)
  if (direct.error.code === error.code)
    return `The backend fails without the gateway in the same way${worded(direct)}: look for the cause there, or on the way to it.`
  return `The backend fails without the gateway too, in another way than before${worded(direct)}: look for the cause there, or on the way to it.`
}

function answeredThen(status: number, direct: DirectCall): string {
  const then = `The backend answered ${status}; what failed is what the gateway was to make of the answer`
  if (direct.error !== null) return `${then}. Called directly now, the backend fails${worded(direct)}.`
  return direct.status === status
    ? `${then}. Called directly, it answers ${status} again: look at the mapping of the response.`
    : `${then}. Called directly now, it answers ${direct.status}.`
}

function answeredNow(
  { connection, timeoutMs, step }: KeptCall['recorded'],
  code: string,
  { status, totalMs }: DirectCall,
): string {
  const now = `Called directly, the backend answers ${status} in ${Math.round(totalMs)} ms`
  if (code === 'UPSTREAM_NOT_HTTP')
    return `${now}: Node.js reads an answer of it that the gateway refuses, or it answers differently now. Compare the bytes.`
  if (code === 'UPSTREAM_TOO_LARGE')
    return `${now}. Its answer is larger than what the gateway holds for a mapping: make it smaller, or let it pass as it is.`
  if (code === 'UPSTREAM_TIMEOUT')
    return `${now}, where the integration waits ${timeoutMs} ms: it was slower then, or is only sometimes.`
  if (connection === 'reused' && (step === 'waiting' || code === 'UPSTREAM_RESET'))
    return `${now} on a connection of its own. The gateway had used one that was kept: the backend closes idle connections sooner than it says.`
  return `${now}: what failed then has passed, or fails only sometimes.`
}

function isSigned(headers: readonly string[]): boolean {
  return headerValue(headers, 'authorization')?.startsWith('AWS4-') === true
}

function worded({ error }: DirectCall): string {
  return error?.event ? ` (${error.event})` : ''
}
