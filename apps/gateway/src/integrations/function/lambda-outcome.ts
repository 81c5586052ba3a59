import { Failure } from '../../failure.ts'
import { headerValue } from '../../headers.ts'
import type { UpstreamAnswer } from '../../upstream/call-upstream.ts'
import type { Outcome } from './invocation.ts'
import type { LambdaArn } from './lambda-arn.ts'

/** A function's own errors come with a status of 200, and a header that says so. */
export function outcomeOf(lambda: LambdaArn, { headers, body }: UpstreamAnswer): Outcome {
  const json = body.toString('utf8')
  const kind = headerValue(headers, 'x-amz-function-error')
  if (kind === undefined) return { failure: null, json: json === '' ? 'null' : json }
  return failedOutcome(lambda, kind, json)
}

/** It ran and failed: `kind` is Lambda's word for how, `json` the error as its runtime reports it. */
export function failedOutcome({ name }: LambdaArn, kind: string, json: string): Outcome {
  const { errorType, errorMessage } = errorIn(json)
  const failure = new Failure('FUNCTION_FAILED', {
    phase: 'integration',
    reason: `${name}: ${errorType || kind}: ${errorMessage}`,
  })
  return { failure, message: errorMessage, json }
}

function errorIn(json: string): { errorType: string; errorMessage: string } {
  try {
    const { errorType, errorMessage } = (JSON.parse(json) ?? {}) as Record<string, unknown>
    return {
      errorType: typeof errorType === 'string' ? errorType : '',
      errorMessage: typeof errorMessage === 'string' ? errorMessage : '',
    }
  } catch {
    // A runtime of one's own may write anything.
    return { errorType: '', errorMessage: json }
  }
}

/**
 * Lambda did not run it. Amazon's API Gateway answers every such refusal with 500 (Lambda developer guide, "Handling Lambda
 * errors with an API Gateway API"), throttling included.
 */
export function refused({ name }: LambdaArn, { status, headers, body }: UpstreamAnswer): Failure {
  const type = headerValue(headers, 'x-amzn-errortype')?.split(':')[0] ?? `status ${status}`
  const reason = `Lambda did not run ${name}: ${type}: ${body.toString('utf8').slice(0, 500)}`
  const isThrottled = status === 429 || type === 'TooManyRequestsException'
  return new Failure(isThrottled ? 'FUNCTION_THROTTLED' : 'FUNCTION_REJECTED', {
    phase: 'integration',
    reason,
  })
}
