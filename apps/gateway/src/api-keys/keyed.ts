import type { Handler } from '../compiled-stage.ts'
import { Failure } from '../failure.ts'
import type { RequestContext } from '../request-context.ts'
import { requestHeader } from '../wire/server.ts'
import type { AdmittedKey } from './key-ring.ts'

/** A handler behind the check of API keys; only routes that ask for one have it. */
export function keyed(handler: Handler): Handler {
  return (context) => {
    const { inspector } = context
    inspector?.enter('api key')
    // A draft, or what a plan leads to, is of no usage plan: of a look at it nobody could have shown a key that is let in.
    if (inspector && context.stage?.version === null)
      inspector.fact('not checked', 'what is not deployed has no usage plans')
    else admit(context).throttle?.(context)
    return handler(context)
  }
}

/** The key of a request, which the context keeps for mappings and events. Throws API_KEY_MISSING and API_KEY_REFUSED. */
function admit(context: RequestContext): AdmittedKey {
  const value = requestHeader(context.request, 'x-api-key')
  if (value === undefined || value === '')
    throw new Failure('API_KEY_MISSING', {
      phase: 'api key',
      reason: 'the call shows no API key',
      headers: ['WWW-Authenticate', 'ApiKey'],
    })
  const key = context.stage?.keys.find(value)
  if (key === undefined)
    throw new Failure('API_KEY_REFUSED', {
      phase: 'api key',
      reason: 'no usage plan of this stage has an enabled key with the value that was shown',
    })
  context.apiKey = { id: key.id, value }
  return key
}
