import { catalog, type ErrorCode } from './catalog.ts'
import type { AppError } from './app-error.ts'

/** RFC 9457 problem document, with our code, whose fault it is, and the id to quote. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly fault: string
  readonly requestId?: string
  readonly details?: unknown
}

/** Where a process finds the pages of docs/errors: on the server itself, by address on another, or not known. */
export type ErrorPages = string | null

/** Path of the pages on the server, which is also their address for whoever reads a problem from there. */
export const errorPagesPath = '/docs/errors'

/** The only place where an error becomes what a client reads. The internal message never passes. */
export function toProblem(error: AppError, requestId?: string, pages: ErrorPages = errorPagesPath): Problem {
  return {
    // A name still tells errors apart where no page can be opened; a link that leads nowhere would be worse.
    type: pages === null ? `urn:penstock:error:${error.code}` : `${pages}/${error.code}`,
    title: error.message,
    status: catalog[error.code].status,
    code: error.code,
    fault: catalog[error.code].fault,
    ...(requestId === undefined ? {} : { requestId }),
    ...(error.details === undefined ? {} : { details: error.details }),
  }
}
