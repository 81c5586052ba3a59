import type { Failure } from '../failure.ts'
import type { RequestContext } from '../request-context.ts'

/** What a client hears when its message came to nothing: Amazon's frame, and where the API is ours the code as well. */
export function errorFrame(context: RequestContext, failure: Failure): string {
  const ids = { connectionId: context.socket?.connectionId ?? '', requestId: context.id }
  if (context.stage?.dialect.name === 'native')
    return JSON.stringify({ message: failure.message, code: failure.code, ...ids })
  return JSON.stringify({ message: failure.awsMessage ?? 'Internal server error', ...ids })
}
