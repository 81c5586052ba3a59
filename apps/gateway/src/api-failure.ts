import type { FailureAnswer } from './dialects/dialect.ts'
import { nativeDialect } from './dialects/native.ts'
import type { Failure } from './failure.ts'
import type { RequestContext } from './request-context.ts'

/** What a client reads of a failure: in the API's dialect with the API's own gateway responses; ours where no API is known. */
export function apiFailure(context: RequestContext, failure: Failure): FailureAnswer {
  const { stage } = context
  if (stage === null) return nativeDialect.failure(context, failure)
  return stage.responses.apply(context, failure, stage.dialect.failure(context, failure))
}
