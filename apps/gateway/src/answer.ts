import { headerValue, removeHeader, type RawHeaders } from './headers.ts'
import type { RequestContext } from './request-context.ts'
import { HeaderLines } from './wire/header-lines.ts'
import { NameSet } from './wire/name-set.ts'

/** On every answer, whatever an integration says of itself. */
const ids = new NameSet(['x-request-id', 'x-penstock-deployment'])

export type AnswerKind = 'traced' | 'untraced' | 'failure'

/** Sends a whole answer and ends the request. `headers` may be changed. */
export function answer(
  context: RequestContext,
  status: number,
  headers: RawHeaders,
  body: Uint8Array | string | null,
  kind: AnswerKind,
): void {
  // The client may have gone while a function was at work.
  if (context.finished) return
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  removeHeader(headers, 'transfer-encoding')
  removeHeader(headers, 'content-length')
  if (mayHaveBody(status)) headers.push('Content-Length', String(bytes?.byteLength ?? 0))
  beginAnswer(context, status, new HeaderLines(headers), kind)
  const silent = context.request.method === 'HEAD' || !mayHaveBody(status)
  context.response.end(silent || bytes === null ? undefined : bytes)
  context.finish()
}

/** Sends the head; the body follows by `response.write` and `end`. */
export function beginAnswer(
  context: RequestContext,
  status: number,
  headers: HeaderLines,
  kind: AnswerKind,
): void {
  const { stage } = context
  context.status = status
  context.recording?.begins(status, headers, kind)
  headers.removeAll(ids)
  if (stage !== null) {
    stage.cors?.apply(context, headers)
    stage.dialect.identify(context, headers, kind)
    headers.add('x-penstock-deployment', stage.label)
  }
  headers.add('x-request-id', context.id)
  const passed = headers.passed()
  context.response.head(status, headers.added, passed)
}

export function mayHaveBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304
}

/** Length of a body that is announced and sane; null otherwise. */
export function announcedLength(headers: readonly string[]): number | null {
  const text = headerValue(headers, 'content-length')
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}
