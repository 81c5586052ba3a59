import { Failure } from '../../failure.ts'

/** A parameter of an action that the request gives no usable value; Amazon's clients read the reason. */
export function parameterInvalid(parameter: string, reason: string): Failure {
  return new Failure('ACTION_PARAMETER_INVALID', {
    phase: 'integration request',
    reason,
    params: { parameter },
    responseType: 'BAD_REQUEST_PARAMETERS',
    awsMessage: reason,
  })
}
