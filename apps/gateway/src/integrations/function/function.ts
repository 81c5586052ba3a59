import type { BundleFunction } from '@penstock/bundle'
import { answer } from '../../answer.ts'
import { Failure } from '../../failure.ts'
import type { PoolOutcome } from '../../functions/function-pool.ts'
import {
  compileParameterMappings,
  emptyMappedRequest,
  forbiddenMapping,
} from '../../mapping/parameter-mappings.ts'
import { excerptOf } from '../../inspection/excerpt.ts'
import { bytesOf } from '../../mapping/binary.ts'
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
import { functionAnswer } from './proxy-answer.ts'

/** Calls a function of the bundle: with Lambda's proxy event, or with an event that templates make. */
export const functionIntegration: IntegrationDefinition<'function'> = {
  kind: 'function',
  compile: (integration, scope) => {
    const name = nameOf(fillVariables(integration.function, scope.variables))
    const definition = scope.bundle.functions.find((candidate) => candidate.name === name)
    const call = callFunction(integration, scope, name, definition)
    return integration.proxy ? compileProxy(integration, call, definition) : compileMapped(integration, call)
  },
}

/** A stage variable may hold a whole ARN (`…:function:NAME:QUALIFIER`). */
function nameOf(text: string): string {
  return /:function:([^:/]+)/.exec(text)?.[1] ?? text
}

type Stopped = Extract<PoolOutcome, { kind: 'stopped' }>
type Call = (context: RequestContext, event: string) => Promise<Exclude<PoolOutcome, { kind: 'busy' }>>

function compileProxy(
  integration: IntegrationOf<'function'>,
  call: Call,
  definition: BundleFunction | undefined,
) {
  const makeEvent = integration.payloadFormatVersion === '2.0' ? eventV2 : eventV1
  const forbidden = forbiddenMapping(integration.requestParameters)
  return async (context: RequestContext) => {
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
    const outcome = await call(context, JSON.stringify(event))
    if (outcome.kind === 'error')
      throw new Failure('FUNCTION_FAILED', {
        phase: 'integration',
        reason: `${outcome.error.errorType}: ${outcome.error.errorMessage}`,
      })
    if (outcome.kind === 'stopped') throw stoppedFailure(outcome, definition)
    context.inspector?.enter('integration response')
    const result = functionAnswer(inputs, outcome.json, integration.payloadFormatVersion)
    answer(context, result.status, result.headers, result.body, 'traced')
  }
}

function compileMapped(integration: IntegrationOf<'function'>, call: Call) {
  const payload = new RequestPayload(integration)
  const responses = new ResponseMapping(integration)
  const mappings = compileParameterMappings(integration.requestParameters, 'function')
  return async (context: RequestContext) => {
    const bytes = await readBody(context)
    context.inspector?.enter('integration request')
    const inputs = new RequestInputs(context, bytes.toString('utf8'))
    const mapped = mappings?.evaluate(inputs) ?? emptyMappedRequest()
    const event = bytesOf(payload.prepare(inputs, bytes, mapped)).toString('utf8')
    const error = notJson(event)
    const outcome = error ?? (await call(context, event.trim() === '' ? '{}' : event))
    const failed = outcome.kind === 'value' ? null : errorOf(outcome)
    const result = responses.apply(inputs, {
      selector: failed?.errorMessage ?? null,
      headers: ['Content-Type', 'application/json'],
      body: Buffer.from(outcome.kind === 'value' ? outcome.json : JSON.stringify(failed)),
    })
    answer(context, result.status, result.headers, result.body, 'traced')
  }
}

function callFunction(
  integration: IntegrationOf<'function'>,
  scope: CompileScope,
  name: string,
  definition: BundleFunction | undefined,
): Call {
  const find = definition && scope.functions.find(scope.owner, definition)
  return async (context, event) => {
    if (!find)
      throw new Failure('FUNCTION_NOT_FOUND', {
        phase: 'integration',
        reason: `there is no function ${JSON.stringify(name)} in this deployment`,
      })
    const { timeoutMs } = integration
    context.inspector?.calls({ kind: 'function', function: name, event: excerptOf(event), timeoutMs })
    const began = performance.now()
    const dropped = new AbortController()
    const late = setTimeout(() => dropped.abort(lateFailure(name, timeoutMs)), timeoutMs)
    context.cancel = () => dropped.abort(goneFailure())
    try {
      if (context.finished) throw goneFailure()
      const outcome = await find().call({ event, requestId: context.id }, dropped.signal)
      if (outcome.kind === 'busy')
        throw new Failure('FUNCTION_BUSY', {
          phase: 'integration',
          reason: `too many calls wait for ${name}`,
        })
      if (outcome.kind === 'value') context.inspector?.gave({ body: excerptOf(outcome.json) })
      return outcome
    } finally {
      clearTimeout(late)
      context.cancel = null
      context.integrationMs = performance.now() - began
    }
  }
}

function lateFailure(name: string, timeoutMs: number): Failure {
  return new Failure('UPSTREAM_TIMEOUT', {
    phase: 'integration',
    reason: `the function ${name} did not answer within the integration's ${timeoutMs} ms`,
    params: { timeoutMs },
  })
}

function goneFailure(): Failure {
  return new Failure('CLIENT_GONE', { phase: 'integration', reason: 'the client closed the connection' })
}

function stoppedFailure(outcome: Stopped, definition: BundleFunction | undefined): Failure {
  const code = {
    timeout: 'FUNCTION_TIMED_OUT',
    memory: 'FUNCTION_OUT_OF_MEMORY',
    crash: 'FUNCTION_CRASHED',
  } as const
  return new Failure(code[outcome.why], {
    phase: 'integration',
    reason: `function ${definition?.name ?? ''}: ${outcome.detail}`,
    params: { timeoutMs: definition?.timeoutMs ?? 0, memoryMb: definition?.memoryMb ?? 0 },
  })
}

/** The error as Lambda reports it to integrations that map it. */
function errorOf(outcome: Exclude<PoolOutcome, { kind: 'value' | 'busy' }>) {
  if (outcome.kind === 'error') return outcome.error
  const words = {
    timeout: 'Task timed out',
    memory: 'Runtime exited: out of memory',
    crash: 'Runtime exited',
  }
  return {
    errorType: 'Sandbox.Stopped',
    errorMessage: `${words[outcome.why]} (${outcome.detail})`,
    trace: [],
  }
}

function notJson(event: string): Extract<PoolOutcome, { kind: 'error' }> | null {
  if (event.trim() === '') return null
  try {
    JSON.parse(event)
    return null
  } catch (cause) {
    const errorMessage = `Could not parse request body into json: ${(cause as Error).message}`
    return { kind: 'error', error: { errorType: 'InvalidRequestContentException', errorMessage, trace: [] } }
  }
}
