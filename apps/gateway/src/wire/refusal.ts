import { STATUS_CODES } from 'node:http'
import { AppError, type ErrorPages, toProblem } from '@penstock/errors'

/** The whole answer, as text, to what never became a request; the connection is closed after it. */
export function refusalText(refused: AppError, errorPages: ErrorPages): string {
  const body = JSON.stringify(toProblem(refused, undefined, errorPages))
  return (
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status] ?? ''}\r\n` +
    `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
    `Connection: close\r\n\r\n${body}`
  )
}

export function headersTooLarge(maxHeaderBytes: number): AppError {
  return new AppError('REQUEST_HEADERS_TOO_LARGE', { params: { limit: `${maxHeaderBytes} bytes` } })
}
