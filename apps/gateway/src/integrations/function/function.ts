import { answer } from '../../answer.ts'
import type { Handler } from '../../compiled-stage.ts'
import { Failure, toFailure } from '../../failure.ts'
import { bytesOf } from '../../mapping/binary.ts'
import {
  compileParameterMappings,
  emptyMappedRequest,
  forbiddenMapping,
  type MappedRequest,
} from '../../mapping/parameter-mappings.ts'
import { RequestInputs } from '../../mapping/request-inputs.ts'
import { ResponseMapping } from '../../mapping/response-mapping.ts'
import { readBody } from '../../read-body.ts'
import type { RequestContext } from '../../request-context.ts'
import { fillVariables } from '../http/uri.ts'
import type { CompileScope, IntegrationDefinition, IntegrationOf } from '../integration.ts'
import { RequestPayload } from '../request-payload.ts'
import { eventSocket } from './event-socket.ts'
import { eventV1 } from './event-v1.ts'
import { eventV2 } from './event-v2.ts'
import type { Invoker, Outcome } from './invocation.ts'
import { parseLambdaArn } from './lambda-arn.ts'
import { lambdaFunction } from './lambda-function.ts'
import { localFunction } from './local-function.ts'
import { functionAnswer } from './proxy-answer.ts'
import { StreamedAnswer } from './streamed-answer.ts'

/**
 * Calls a function of the bundle, or one at Lambda where the bundle has none of the name: with Lambda's proxy event, or
 * with an event that templates make.
 */
export const functionIntegration: IntegrationDefinition<'function'> = {
  kind: 'function',
  compile: (integration, scope) => {
    const invoker = invokerOf(integration, scope)
    return integration.proxy ? compileProxy(integration, invoker) : compileMapped(integration, invoker)
  },
}

/** Which function it is does not change while a stage's settings are what they are. */
function invokerOf(integration: IntegrationOf<'function'>, scope: CompileScope): Invoker {
  const name = nameOf(fillVariables(integration.function, scope.variables))
  const definition = scope.bundle.functions.find((candidate) => candidate.name === name)
  if (definition) return localFunction(integration, scope, definition)
  const lambda = parseLambdaArn(fillVariables(integration.arn ?? '', scope.variables))
  if (lambda && scope.aws.hasCredentials) return lambdaFunction(integration, scope, lambda)
  return nowhere(
    lambda === null
      ? `there is no function ${JSON.stringify(name)} in this deployment`
      : `there is no function ${JSON.stringify(name)} in this deployment, and to call ${lambda.arn} the gateway needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in its environment`,
  )
}

/** A stage variable may hold a whole ARN (`…:function:NAME:QUALIFIER`). */
function nameOf(text: string): string {
  return /:function:([^:/]+)/.exec(text)?.[1] ?? text
}

function nowhere(reason: string): Invoker {
  const refuse = async (): Promise<never> => {
    throw new Failure('FUNCTION_NOT_FOUND', { phase: 'integration', reason })
  }
  return { invoke: refuse, stream: refuse, start: refuse }
}

function compileProxy(integration: IntegrationOf<'function'>, invoker: Invoker): Handler {
  const makeEvent = integration.payloadFormatVersion === '2.0' ? eventV2 : eventV1
  const forbidden = forbiddenMapping(integration.requestParameters)
  return async (context) => {
    if (forbidden !== null)
      throw new Failure('MAPPING_FAILED', {
        phase: 'integration request',
        reason: `the header "${forbidden}" may not be mapped`,
      })
    const bytes = await readBody(context)
    context.inspector?.enter('integration request')
    const inputs = new RequestInputs(context, bytes.toString('utf8'))
    const { socket } = context
    const event = socket === null ? makeEvent(inputs, bytes) : eventSocket(inputs, bytes, socket)
    const text = JSON.stringify(event)
    const outcome =
      integration.streams === true
        ? await streamed(context, invoker, text)
        : await invoker.invoke(context, text)
    if (outcome === null) return
    if (outcome.failure !== null) throw outcome.failure
    context.inspector?.enter('integration response')
    const result = functionAnswer(inputs, outcome.json, integration.payloadFormatVersion)
    answer(context, result.status, result.headers, result.body, 'traced')
  }
}

/** Null: all of the answer was sent. Once some of it was, what fails says how much. */
async function streamed(context: RequestContext, invoker: Invoker, event: string): Promise<Outcome | null> {
  const sink = new StreamedAnswer(context)
  try {
    const outcome = await invoker.stream(context, event, sink)
    if (outcome !== null && outcome.failure !== null && sink.hasBegun) throw outcome.failure
    return outcome
  } catch (thrown) {
    throw sink.hasBegun ? cutShort(toFailure(thrown, 'integration'), sink.sent) : thrown
  }
}

/** The status and a part of the body were sent: all that is left is to end the connection, so that the caller sees it. */
function cutShort(failure: Failure, bytes: number): Failure {
  const { code, phase, reason } = failure
  return new Failure(code, {
    phase,
    reason: `${reason}; ${bytes} bytes of the answer's body had been sent, and the connection was cut`,
    cause: failure,
  })
}

function compileMapped(integration: IntegrationOf<'function'>, invoker: Invoker): Handler {
  const payload = new RequestPayload(integration)
  const responses = new ResponseMapping(integration)
  const mappings = compileParameterMappings(integration.requestParameters, 'function')
  return async (context) => {
    const bytes = await readBody(context)
    context.inspector?.enter('integration request')
    const inputs = new RequestInputs(context, bytes.toString('utf8'))
    const mapped = mappings?.evaluate(inputs) ?? emptyMappedRequest()
    const event = bytesOf(payload.prepare(inputs, bytes, mapped)).toString('utf8')
    const { message, json } = notJson(event) ?? (await called())
    const result = responses.apply(inputs, {
      selector: message,
      headers: ['Content-Type', 'application/json'],
      body: Buffer.from(json),
    })
    answer(context, result.status, result.headers, result.body, 'traced')

    async function called(): Promise<{ message: string | null; json: string }> {
      const sent = event.trim() === '' ? '{}' : event
      if (isAsynchronous(mapped)) {
        await invoker.start(context, sent)
        return { message: null, json: '' }
      }
      const outcome = await invoker.invoke(context, sent)
      return { message: outcome.failure === null ? null : outcome.message, json: outcome.json }
    }
  }
}

/**
 * Asked for by a mapped header and by nothing that a client sends (Amazon API Gateway developer guide, "Set up asynchronous
 * invocation of the backend Lambda function").
 */
function isAsynchronous({ headers }: MappedRequest): boolean {
  return headers.get('x-amz-invocation-type')?.values.at(-1)?.toLowerCase() === 'event'
}

/** What Lambda would say of an event that is no JSON. */
function notJson(event: string): { message: string; json: string } | null {
  if (event.trim() === '') return null
  try {
    JSON.parse(event)
    return null
  } catch (cause) {
    const message = `Could not parse request body into json: ${(cause as Error).message}`
    const error = { errorType: 'InvalidRequestContentException', errorMessage: message, trace: [] }
    return { message, json: JSON.stringify(error) }
  }
}
