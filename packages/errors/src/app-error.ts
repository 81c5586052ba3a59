import { catalog, type ErrorCode } from './catalog.ts'

export interface AppErrorOptions {
  /** Values for the placeholders of the public message. */
  readonly params?: Readonly<Record<string, string | number>>
  /** For the log only: never sent to a client. */
  readonly internal?: string
  /** Public structured detail: located diagnostics, conflicting records, the new plan. */
  readonly details?: unknown
  readonly cause?: unknown
}

/** A broken promise with a code. Bad documents are not errors: they yield `Diagnostic[]`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly internal: string | undefined
  readonly details: unknown

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(fill(catalog[code].message, options.params ?? {}), { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.internal = options.internal
    this.details = options.details
  }

  get status(): number {
    return catalog[this.code].status
  }

  get fault() {
    return catalog[this.code].fault
  }
}

/**
 * Anything thrown becomes an `AppError`: a full disk, which any write may meet, DISK_FULL; what we did not expect
 * INTERNAL, with its cause for the log.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const internal = thrown instanceof Error ? thrown.message : String(thrown)
  if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT'))
    return new AppError('DISK_FULL', { cause: thrown, internal })
  return new AppError('INTERNAL', { cause: thrown, internal })
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
