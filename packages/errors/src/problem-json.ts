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

/** The only place where an error becomes what a client reads. The internal message never passes. */
export function toProblem(error: AppError, requestId?: string): Problem {
  return {
    type: `/docs/errors/${error.code}`,
    title: error.message,
    status: catalog[error.code].status,
    code: error.code,
    fault: catalog[error.code].fault,
    ...(requestId === undefined ? {} : { requestId }),
    ...(error.details === undefined ? {} : { details: error.details }),
  }
}
