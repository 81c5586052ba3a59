import { AppError } from './app-error.ts'
import type { ErrorCode } from './catalog.ts'

/** An error as one process tells it to another of its own build. */
export interface ToldError {
  readonly code: ErrorCode
  readonly message: string
  readonly internal?: string
}

export function tellError({ code, message, internal }: AppError): ToldError {
  return { code, message, ...(internal === undefined ? {} : { internal }) }
}

export function hearError({ code, message, internal }: ToldError): AppError {
  const error = new AppError(code, internal === undefined ? {} : { internal })
  // The sentence was filled in where the error was made.
  error.message = message
  return error
}
