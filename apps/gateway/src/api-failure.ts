import type { FailureAnswer } from './dialects/dialect.ts'
import { nativeDialect } from './dialects/native.ts'
import type { Failure } from './failure.ts'
import type { RequestContext } from './request-context.ts'

/** What a client reads of a failure: in the API's dialect with the API's own gateway responses; ours where no API is known. */
export function apiFailure(context: RequestContext, failure: Failure): FailureAnswer {
  const { stage } = context
  // A draft's own words would tell about it to those who may not see it.
  if (stage === null || failure.code === 'PREVIEW_PROTECTED') return nativeDialect.failure(context, failure)
  return stage.responses.apply(context, failure, stage.dialect.failure(context, failure))
}
