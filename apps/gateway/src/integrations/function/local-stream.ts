import type { BundleFunction } from '@penstock/bundle'
import { Failure, toFailure } from '../../failure.ts'
import type { AnswerSink } from '../../functions/answer-pipe.ts'
import type { FunctionPool } from '../../functions/function-pool.ts'
import type { Log } from '../../log.ts'
import type { RequestContext } from '../../request-context.ts'
import type { Outcome, StreamSink } from './invocation.ts'
import { lateFailure } from './late-failure.ts'
import { goneFailure, outcomeOf } from './local-outcome.ts'

interface LocalCall {
  readonly definition: BundleFunction
  readonly timeoutMs: number
  readonly pool: FunctionPool
  readonly log: Log
  readonly owner: string
}

/**
 * One call of a function in the gateway's own processes whose answer is sent on as it is written. The caller has its answer
 * once that is whole; what the handler still does then is nobody's but the log's.
 */
export class LocalStream implements AnswerSink {
  readonly #context: RequestContext
  readonly #sink: StreamSink
  readonly #call: LocalCall
  readonly #dropped = new AbortController()
  #isWhole = false
  #whole: () => void = () => undefined

  constructor(context: RequestContext, sink: StreamSink, call: LocalCall) {
    this.#context = context
    this.#sink = sink
    this.#call = call
  }

  async run(event: string): Promise<Outcome | null> {
    const context = this.#context
    const { definition, timeoutMs, pool } = this.#call
    const began = performance.now()
    context.integrationAt = began
    const late = setTimeout(() => this.#dropped.abort(lateFailure(definition.name, timeoutMs)), timeoutMs)
    context.cancellable = { cancel: () => this.#dropped.abort(goneFailure()) }
    try {
      if (context.finished) throw goneFailure()
      const call = { event, requestId: context.id, sink: this }
      const whole = new Promise<null>((resolve) => (this.#whole = () => resolve(null)))
      const over = pool
        .call(call, this.#dropped.signal)
        .then((outcome) => (outcome.kind === 'streamed' ? null : outcomeOf(outcome, definition)))
      const outcome = await Promise.race([whole, over])
      if (this.#isWhole) this.#logRest(over)
      else if (outcome === null) throw unended(definition.name)
      return outcome
    } finally {
      clearTimeout(late)
      context.cancellable = null
      context.integrationMs ??= performance.now() - began
    }
  }

  begin(resume: () => void): void {
    this.#sink.onDrain(resume)
  }

  data(chunk: Uint8Array): boolean {
    try {
      return this.#sink.data(chunk)
    } catch (thrown) {
      // It is no answer, whatever else it writes: its process is not waited for.
      this.#dropped.abort(toFailure(thrown, 'integration response'))
      return false
    }
  }

  end(): void {
    try {
      this.#sink.end()
      this.#isWhole = true
      this.#whole()
    } catch (thrown) {
      this.#dropped.abort(toFailure(thrown, 'integration response'))
    }
  }

  #logRest(over: Promise<Outcome | null>): void {
    const { log, owner, definition } = this.#call
    const fields = { requestId: this.#context.id, owner, function: definition.name }
    over
      .then((outcome) => {
        if (outcome !== null && outcome.failure !== null) logUnheard(log, outcome.failure, fields)
      })
      .catch((thrown: unknown) => logUnheard(log, toFailure(thrown, 'integration'), fields))
  }
}

/** `context.succeed` and `context.done` say that the handler is done, and end no stream. */
function unended(name: string): Failure {
  const reason = `function ${name} said that it was done, and did not end its response stream`
  return new Failure('FUNCTION_FAILED', { phase: 'integration', reason })
}

/** Lambda would retry, or nobody would know: here the log says what became of it. */
export function logUnheard(log: Log, { code, reason }: Failure, fields: Record<string, string>): void {
  log('error', `a function that nobody waited for failed: ${reason}`, { ...fields, code })
}
