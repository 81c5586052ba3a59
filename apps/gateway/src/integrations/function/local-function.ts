import type { BundleFunction } from '@penstock/bundle'
import { Failure } from '../../failure.ts'
import type { FunctionPool, PoolOutcome } from '../../functions/function-pool.ts'
import { excerptOf } from '../../inspection/excerpt.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import type { Invoker, Outcome } from './invocation.ts'

/** A function of the bundle, called in the gateway's own processes. */
export function localFunction(
  { timeoutMs }: IntegrationOf<'function'>,
  { functions, owner, log }: CompileScope,
  definition: BundleFunction,
): Invoker {
  const { name } = definition
  const find = functions.find(owner, definition)
  return {
    async invoke(context, event) {
      context.inspector?.calls({ kind: 'function', function: name, event: excerptOf(event), timeoutMs })
      const began = performance.now()
      context.integrationAt = began
      const dropped = new AbortController()
      const late = setTimeout(() => dropped.abort(lateFailure(name, timeoutMs)), timeoutMs)
      context.cancel = () => dropped.abort(goneFailure())
      try {
        if (context.finished) throw goneFailure()
        const outcome = outcomeOf(
          await find().call({ event, requestId: context.id }, dropped.signal),
          definition,
        )
        if (outcome.failure === null) context.inspector?.gave({ body: excerptOf(outcome.json) })
        return outcome
      } finally {
        clearTimeout(late)
        context.cancel = null
        context.integrationMs = performance.now() - began
      }
    },
    start(context, event) {
      context.inspector?.calls({ kind: 'function', function: name, event: excerptOf(event), timeoutMs })
      // Nobody waits: its own time limit is the only one, and who called may go.
      void run(find(), event, context.id, definition).then((failure) => {
        if (failure === null) return
        const { code, reason } = failure
        log('error', `a function that nobody waited for failed: ${reason}`, {
          requestId: context.id,
          owner,
          function: name,
          code,
        })
      })
      return Promise.resolve()
    },
  }
}

/** Lambda retries; here it runs once, and the log says what became of it. */
async function run(
  pool: FunctionPool,
  event: string,
  requestId: string,
  definition: BundleFunction,
): Promise<Failure | null> {
  try {
    return outcomeOf(await pool.call({ event, requestId }, new AbortController().signal), definition).failure
  } catch (cause) {
    if (cause instanceof Failure) return cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    return new Failure('FUNCTION_CRASHED', { phase: 'integration', reason, cause })
  }
}

const stoppedCodes = {
  timeout: 'FUNCTION_TIMED_OUT',
  memory: 'FUNCTION_OUT_OF_MEMORY',
  crash: 'FUNCTION_CRASHED',
} as const

const stoppedWords = {
  timeout: 'Task timed out',
  memory: 'Runtime exited: out of memory',
  crash: 'Runtime exited',
} as const

/** Throws FUNCTION_BUSY when no process was free and none came to be. */
function outcomeOf(outcome: PoolOutcome, { name, timeoutMs, memoryMb }: BundleFunction): Outcome {
  switch (outcome.kind) {
    case 'value':
      return { failure: null, json: outcome.json }
    case 'busy':
      throw new Failure('FUNCTION_BUSY', { phase: 'integration', reason: `too many calls wait for ${name}` })
    case 'error': {
      const { errorType, errorMessage } = outcome.error
      const reason = `${errorType}: ${errorMessage}`
      const failure = new Failure('FUNCTION_FAILED', { phase: 'integration', reason })
      return { failure, message: errorMessage, json: JSON.stringify(outcome.error) }
    }
    case 'stopped': {
      const { why, detail } = outcome
      const failure = new Failure(stoppedCodes[why], {
        phase: 'integration',
        reason: `function ${name}: ${detail}`,
        params: { timeoutMs, memoryMb },
      })
      const message = `${stoppedWords[why]} (${detail})`
      const error = { errorType: 'Sandbox.Stopped', errorMessage: message, trace: [] }
      return { failure, message, json: JSON.stringify(error) }
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
