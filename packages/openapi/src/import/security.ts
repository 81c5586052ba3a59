import {
  type Authorizer,
  isApiKey,
  type Json,
  type JsonObject,
  type Method,
  type RecordId,
} from '@penstock/model'
import { isObject, isStrings, own, textOf } from '../json.ts'

/** Who may call a method, in the words of the method record. */
export type Access = Pick<
  Method,
  'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'
>

const byAuthorizerType: ReadonlyMap<string, Access['authorizationType']> = new Map([
  ['token', 'CUSTOM'],
  ['request', 'CUSTOM'],
  ['cognito_user_pools', 'COGNITO_USER_POOLS'],
  ['jwt', 'JWT'],
])

export interface AccessSource {
  readonly authorizers: ReadonlyMap<string, Authorizer>
  readonly compatibility: 'native' | 'aws'
  /** Whether the document carries Amazon's extensions: then a scheme that nothing defines is a lost authorizer. */
  readonly amazon: boolean
}

/**
 * What OpenAPI security requirements mean for the gateway. Schemes that only document (no Amazon extension) ask
 * nothing of it, except that an `x-api-key` header means API keys where Amazon's behaviour is kept. Whatever asks for
 * something that is not understood comes back as CUSTOM, which the gateway refuses, and in `unclear`: a route that
 * somebody wanted closed is never open. `unread`: what is said of security is no list of requirements.
 */
export function accessOf(
  security: readonly JsonObject[] | undefined,
  source: AccessSource,
  auth?: Json,
  unread = false,
): { readonly access: Access; readonly unclear?: string } {
  const type = isObject(auth) ? own(auth, 'type') : undefined
  if (type === 'NONE') return { access: {} }
  const access: { -readonly [K in keyof Access]: Access[K] } = {}
  if (type === 'AWS_IAM') access.authorizationType = 'AWS_IAM'
  // A list that was meant to ask for something, and can't be read: in a document of Amazon's the route is closed.
  let unclear = unread && source.amazon ? '"security" is not a list of requirements.' : undefined
  for (const requirement of security ?? []) {
    for (const name of Object.keys(requirement)) {
      const authorizer = source.authorizers.get(name)
      if (!authorizer) {
        if (source.amazon) unclear ??= `The security scheme "${name}" is not defined.`
        continue
      }
      const asked = authorizationTypeOf(authorizer, source.compatibility)
      if (asked === undefined) {
        if (source.compatibility === 'aws' && isApiKey(authorizer)) access.apiKeyRequired = true
        continue
      }
      if (asked === 'unknown')
        unclear ??= `What authorizes callers by the scheme "${name}" is not understood.`
      if (access.authorizationType !== undefined) continue
      access.authorizationType = asked === 'unknown' ? 'CUSTOM' : asked
      if (asked !== 'AWS_IAM') access.authorizer = authorizer.id as RecordId
      const scopes = own(requirement, name)
      if (isStrings(scopes) && scopes.length > 0) access.authorizationScopes = scopes
    }
  }
  if (auth !== undefined && type !== 'AWS_IAM' && access.authorizationType === undefined)
    unclear ??= `The type of "x-amazon-apigateway-auth" is not understood.`
  if (unclear === undefined) return { access }
  access.authorizationType ??= 'CUSTOM'
  return { access, unclear }
}

/**
 * What the scheme's Amazon extensions make of it; undefined when it only documents, `unknown` when they ask for
 * something that is not understood. A signature without an authorizer is asked for only where Amazon's behaviour is
 * kept: elsewhere it describes how the backend is called.
 */
function authorizationTypeOf(
  { settings, scheme, rest }: Authorizer,
  compatibility: 'native' | 'aws',
): Access['authorizationType'] | 'unknown' {
  if (settings) return byAuthorizerType.get(textOf(own(settings, 'type')).toLowerCase()) ?? 'unknown'
  // One that is no object stayed in the scheme.
  if (scheme && own(scheme, 'x-amazon-apigateway-authorizer') !== undefined) return 'unknown'
  const authtype = rest && own(rest, 'x-amazon-apigateway-authtype')
  if (authtype === undefined) return undefined
  if (textOf(authtype).toLowerCase() !== 'awssigv4') return 'unknown'
  return compatibility === 'aws' ? 'AWS_IAM' : undefined
}
