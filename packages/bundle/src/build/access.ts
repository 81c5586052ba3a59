import { find, type Method, type Served } from '@penstock/model'
import type { BundleRoute } from '../schema.ts'
import { type BuildContext, warning } from './context.ts'

type Refused = NonNullable<BundleRoute['refused']>
type AuthorizationType = NonNullable<Method['authorizationType']>

/** What each kind of authorization asks for that this gateway does not check yet. A route that asks is closed, never open. */
const unchecked: Readonly<Record<AuthorizationType, Refused | undefined>> = {
  NONE: undefined,
  AWS_IAM: {
    responseType: 'ACCESS_DENIED',
    reason: 'Requests signed with Amazon credentials (AWS_IAM) are not checked by this gateway.',
  },
  CUSTOM: authorizer('Function authorizers are'),
  COGNITO_USER_POOLS: authorizer('Cognito user pools are'),
  JWT: authorizer('JWT authorizers are'),
}

function authorizer(what: string): Refused {
  return { responseType: 'AUTHORIZER_CONFIGURATION_ERROR', reason: `${what} not run by this gateway.` }
}

/**
 * Why calls of a method, or of a WebSocket route, are refused, if they are. OpenAPI `security` without an authorizer that something runs is
 * documentation and closes nothing.
 */
export function refusalOf(method: Served, context: BuildContext): Refused | undefined {
  const found = accessRefusal(method, context)
  if (!found) return undefined
  const { refused, field } = found
  const location = { record: method.id, path: [field] }
  context.report(warning('access-not-checked', `${refused.reason} Calls are refused.`, location))
  return refused
}

function accessRefusal(
  method: Served,
  context: BuildContext,
): { refused: Refused; field: 'authorizationType' | 'authorizer' | 'apiKeyRequired' } | undefined {
  const byType = unchecked[method.authorizationType ?? 'NONE']
  if (byType) return { refused: byType, field: 'authorizationType' }
  const named = find(context.definition, 'authorizer', method.authorizer)
  if (method.authorizer !== undefined && (named === undefined || named.settings !== undefined)) {
    const refused = authorizer(`The authorizer "${named?.name ?? method.authorizer}" is`)
    return { refused, field: 'authorizer' }
  }
  const reason = method.apiKeyRequired ? uncheckedKey(method, context) : undefined
  return reason === undefined
    ? undefined
    : { refused: { responseType: 'INVALID_API_KEY', reason }, field: 'apiKeyRequired' }
}

/** Why a key that is asked for can't be checked; undefined: it can. */
function uncheckedKey({ kind }: Served, { api }: BuildContext): string | undefined {
  if (kind === 'route') return 'API keys of connections are not checked by this gateway.'
  return api.apiKeySource === 'AUTHORIZER'
    ? 'API keys that an authorizer hands over are not checked by this gateway.'
    : undefined
}
