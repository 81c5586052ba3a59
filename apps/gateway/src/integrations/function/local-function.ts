import type { BundleFunction } from '@penstock/bundle'
import { Failure } from '../../failure.ts'
import type { FunctionPool } from '../../functions/function-pool.ts'
import { excerptOf } from '../../inspection/excerpt.ts'
import type { CompileScope, IntegrationOf } from '../integration.ts'
import type { Invoker } from './invocation.ts'
import { lateFailure } from './late-failure.ts'
import { LocalStream, logUnheard } from './local-stream.ts'
import { goneFailure, outcomeOf } from './local-outcome.ts'

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
      context.cancellable = { cancel: () => dropped.abort(goneFailure()) }
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
        context.cancellable = null
        context.integrationMs = performance.now() - began
      }
    },
    stream(context, event, sink) {
      context.inspector?.calls({ kind: 'function', function: name, event: excerptOf(event), timeoutMs })
      return new LocalStream(context, sink, { definition, timeoutMs, pool: find(), log, owner }).run(event)
    },
    start(context, event) {
      context.inspector?.calls({ kind: 'function', function: name, event: excerptOf(event), timeoutMs })
      // Nobody waits: its own time limit is the only one, and who called may go.
      void run(find(), event, context.id, definition).then((failure) => {
        if (failure !== null) logUnheard(log, failure, { requestId: context.id, owner, function: name })
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
