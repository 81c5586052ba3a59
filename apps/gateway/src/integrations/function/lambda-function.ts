import { awsService } from '../../aws/services.ts'
import type { RequestContext } from '../../request-context.ts'
import { encodeStrictly } from '../../sigv4/encode.ts'
import { collectAnswer, type UpstreamAnswer } from '../../upstream/call-upstream.ts'
import type { UpstreamRequest } from '../../wire/client.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import type { Invoker } from './invocation.ts'
import type { LambdaArn } from './lambda-arn.ts'
import { LambdaStream } from './lambda-stream.ts'
import { outcomeOf, refused } from './lambda-outcome.ts'

interface Operation {
  readonly version: string
  readonly operation: string
}

/** Lambda API reference, Invoke and InvokeWithResponseStream. */
const whole: Operation = { version: '2015-03-31', operation: 'invocations' }
const streaming: Operation = { version: '2021-11-15', operation: 'response-streaming-invocations' }

/** A function that Lambda runs: Amazon's, or whatever answers its Invoke API at the configured endpoint. */
export function lambdaFunction(
  { timeoutMs }: IntegrationOf<'function'>,
  { aws, client }: CompileScope,
  lambda: LambdaArn,
): Invoker {
  const send = async (context: RequestContext, event: string, type: string): Promise<UpstreamAnswer> => {
    const answered = await collectAnswer(context, client, request(context, event, whole, type))
    if (answered.status >= 200 && answered.status <= 299) return answered
    throw refused(lambda, answered)
  }

  function request(
    context: RequestContext,
    event: string,
    { version, operation }: Operation,
    type = 'RequestResponse',
  ): UpstreamRequest {
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
        path: `${pathname === '/' ? '' : pathname}/${version}/functions/${name}/${operation}${qualifier}`,
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

  return {
    async invoke(context, event) {
      return outcomeOf(lambda, await send(context, event, 'RequestResponse'))
    },
    async stream(context, event, sink) {
      const called = request(context, event, streaming)
      return await new LambdaStream(context, { client, request: called, lambda, sink }).begin()
    },
    async start(context, event) {
      await send(context, event, 'Event')
    },
  }
}
