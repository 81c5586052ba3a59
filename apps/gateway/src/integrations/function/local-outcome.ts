import type { BundleFunction } from '@penstock/bundle'
import { Failure } from '../../failure.ts'
import type { PoolOutcome } from '../../functions/function-pool.ts'
import type { Outcome } from './invocation.ts'

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

/** What became of a call in the gateway's own processes. Throws FUNCTION_BUSY when no process was free and none came to be. */
export function outcomeOf(outcome: PoolOutcome, { name, timeoutMs, memoryMb }: BundleFunction): Outcome {
  switch (outcome.kind) {
    case 'value':
      return { failure: null, json: outcome.json }
    case 'streamed':
      return { failure: null, json: 'null' }
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

export function goneFailure(): Failure {
  return new Failure('CLIENT_GONE', { phase: 'integration', reason: 'the client closed the connection' })
}
