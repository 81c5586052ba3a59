import { Failure } from '../../failure.ts'

/** The integration's own time limit, which may be shorter than the function's. */
export function lateFailure(name: string, timeoutMs: number): Failure {
  return new Failure('UPSTREAM_TIMEOUT', {
    phase: 'integration',
    reason: `the function ${name} did not answer within the integration's ${timeoutMs} ms`,
    params: { timeoutMs },
  })
}
