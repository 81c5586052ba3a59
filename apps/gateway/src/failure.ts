import { AppError, type AppErrorOptions, type ErrorCode, toAppError } from '@penstock/errors'

/** Where in the life of a request something went wrong; the order is that of pipeline.ts. */
export type Phase =
  | 'address'
  | 'route'
  | 'cors'
  | 'authorizer'
  | 'api key'
  | 'throttle'
  | 'request'
  | 'cache'
  | 'integration request'
  | 'integration'
  | 'integration response'
  | 'response'

export interface FailureOptions extends AppErrorOptions {
  readonly phase: Phase
  /**
   * What exactly happened, for the request log: may name addresses and template lines. Clients see the code's
   * public message only, since an upstream's address is nobody's business.
   */
  readonly reason: string
  /** What `$context.error.validationErrorString` of a bad request says where it may say more than a log: it may quote what was sent. */
  readonly told?: string
  /** Amazon's gateway response type where the code alone does not decide it (a refused route). */
  readonly responseType?: string
  /** Amazon's message where the type's default one does not fit. */
  readonly awsMessage?: string
  /** Extra members of the native problem body, e.g. the nearest route. */
  readonly hint?: Readonly<Record<string, unknown>>
  /** Extra answer headers, e.g. `Allow`. */
  readonly headers?: readonly string[]
}

/** An error that the gateway itself answers with: the code, the phase and the cause in words. */
export class Failure extends AppError {
  readonly phase: Phase
  readonly reason: string
  readonly told: string
  readonly responseType: string | undefined
  readonly awsMessage: string | undefined
  readonly hint: Readonly<Record<string, unknown>> | undefined
  readonly headers: readonly string[]

  constructor(code: ErrorCode, options: FailureOptions) {
    super(code, options)
    this.phase = options.phase
    this.reason = options.reason
    this.told = options.told ?? options.reason
    this.responseType = options.responseType
    this.awsMessage = options.awsMessage
    this.hint = options.hint
    this.headers = options.headers ?? []
  }
}

/** Anything thrown in a phase, as a failure of that phase; what nobody expected becomes INTERNAL with its message. */
export function toFailure(thrown: unknown, phase: Phase): Failure {
  if (thrown instanceof Failure) return thrown
  const error = toAppError(thrown)
  const reason = error.internal ?? error.message
  return new Failure(error.code, { phase, reason: reason, internal: reason, cause: thrown })
}
