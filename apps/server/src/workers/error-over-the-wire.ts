import { AppError, type ErrorCode, toAppError } from '@penstock/errors'

/** An error as it passes between threads: structured cloning would lose the code. */
export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly details: unknown
}

export function toWire(thrown: unknown): WireError {
  const error = toAppError(thrown)
  const trace = thrown instanceof Error ? thrown.stack : undefined
  return {
    code: error.code,
    message: error.code === 'INTERNAL' ? (trace ?? error.message) : error.message,
    details: error.details,
  }
}

export function fromWire({ code, message, details }: WireError): AppError {
  const error = new AppError(code, { details, internal: message })
  // The sentence was filled in where the error was made.
  if (code !== 'INTERNAL') error.message = message
  return error
}
