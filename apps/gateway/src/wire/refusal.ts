import { STATUS_CODES } from 'node:http'
import { AppError, type ErrorPages, toProblem } from '@penstock/errors'

/**
 * The whole answer, as text, to what never became a request, or not a whole one; the connection is closed after it.
 * `requestId` is empty where nobody made one.
 */
export function refusalText(refused: AppError, errorPages: ErrorPages, requestId: string): string {
  const body = JSON.stringify(toProblem(refused, requestId === '' ? undefined : requestId, errorPages))
  const id = requestId === '' ? '' : `X-Request-Id: ${requestId}\r\n`
  return (
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}\r\n` +
    `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${id}` +
    `Connection: close\r\n\r\n${body}`
  )
}

export function headersTooLarge(maxHeaderBytes: number): AppError {
  return new AppError('REQUEST_HEADERS_TOO_LARGE', { params: { limit: `${maxHeaderBytes} bytes` } })
}
