import { awsService } from '../../aws/services.ts'
import { Failure } from '../../failure.ts'
import { headerValue } from '../../headers.ts'
import { bodyLimitBytes } from '../../read-body.ts'
import type { RequestContext } from '../../request-context.ts'
import { encodeStrictly } from '../../sigv4/encode.ts'
import { collectAnswer, type UpstreamAnswer } from '../../upstream/call-upstream.ts'
import type { UpstreamRequest } from '../../wire/client.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import type { Invoker, Outcome } from './invocation.ts'
import type { LambdaArn } from './lambda-arn.ts'

/** A function that Lambda runs: Amazon's, or whatever answers its Invoke API at the configured endpoint. */
export function lambdaFunction(
  { timeoutMs }: IntegrationOf<'function'>,
  { aws, client }: CompileScope,
  lambda: LambdaArn,
): Invoker {
  const send = async (context: RequestContext, event: string, type: string): Promise<UpstreamAnswer> => {
    const answered = await collectAnswer(context, client, request(context, event, type), bodyLimitBytes)
    if (answered.status >= 200 && answered.status <= 299) return answered
    throw refused(lambda, answered)
  }

  function request(context: RequestContext, event: string, type: string): UpstreamRequest {
    const service = awsService('lambda')
    if (service === null) throw new Error('Lambda is one of the services')
    const { base, isConfigured, scope } = aws.endpoint(service, lambda.region)
    const { origin, pathname } = new URL(base)
    // Emulators know functions by name; at Amazon another account's can be meant.
    const name = encodeStrictly(isConfigured ? lambda.name : lambda.arn)
    const qualifier = lambda.qualifier === null ? '' : `?Qualifier=${encodeStrictly(lambda.qualifier)}`
    return aws.signed(
      {
        origin,
        path: `${pathname === '/' ? '' : pathname}/2015-03-31/functions/${name}/invocations${qualifier}`,
        method: 'POST',
        headers: [
          'Content-Type',
          'application/json',
          'X-Amz-Invocation-Type',
          type,
          'X-Amzn-Trace-Id',
          context.trace,
        ],
        body: Buffer.from(event),
        timeoutMs,
      },
      scope,
    )
  }

  const invoke = async (context: RequestContext, event: string): Promise<Outcome> =>
    outcomeOf(lambda, await send(context, event, 'RequestResponse'))

  return {
    invoke,
    stream: invoke,
    async start(context, event) {
      await send(context, event, 'Event')
    },
  }
}

/** A function's own errors come with a status of 200, and a header that says so. */
function outcomeOf(lambda: LambdaArn, { headers, body }: UpstreamAnswer): Outcome {
  const json = body.toString('utf8')
  const kind = headerValue(headers, 'x-amz-function-error')
  if (kind === undefined) return { failure: null, json: json === '' ? 'null' : json }
  const { errorType, errorMessage } = errorIn(json)
  const failure = new Failure('FUNCTION_FAILED', {
    phase: 'integration',
    reason: `${lambda.name}: ${errorType || kind}: ${errorMessage}`,
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
function refused({ name }: LambdaArn, { status, headers, body }: UpstreamAnswer): Failure {
  const type = headerValue(headers, 'x-amzn-errortype')?.split(':')[0] ?? `status ${status}`
  const reason = `Lambda did not run ${name}: ${type}: ${body.toString('utf8').slice(0, 500)}`
  const isThrottled = status === 429 || type === 'TooManyRequestsException'
  return new Failure(isThrottled ? 'FUNCTION_THROTTLED' : 'FUNCTION_REJECTED', {
    phase: 'integration',
    reason,
  })
}
