import type { Authorizer, Json, JsonObject, Method, RecordId } from '@penstock/model'
import { isObject, isStrings, own, textOf } from '../json.ts'

/** Who may call a method, in the words of the method record. */
export type Access = Pick<
  Method,
  'authorizationType' | 'authorizer' | 'authorizationScopes' | 'apiKeyRequired'
>

const byAuthorizerType: Readonly<Record<string, Access['authorizationType']>> = {
  token: 'CUSTOM',
  request: 'CUSTOM',
  cognito_user_pools: 'COGNITO_USER_POOLS',
  jwt: 'JWT',
}

/**
 * What OpenAPI security requirements mean for the gateway. Schemes that only document (no Amazon extension) ask
 * nothing of it, except that an `x-api-key` header means API keys where Amazon's behaviour is kept.
 */
export function accessOf(
  security: readonly JsonObject[] | undefined,
  authorizers: ReadonlyMap<string, Authorizer>,
  compatibility: 'native' | 'aws',
  auth?: Json,
): Access {
  const access: { -readonly [K in keyof Access]: Access[K] } = {}
  if (isObject(auth) && auth['type'] === 'AWS_IAM') access.authorizationType = 'AWS_IAM'
  if (isObject(auth) && auth['type'] === 'NONE') return access
  for (const requirement of security ?? []) {
    for (const name of Object.keys(requirement)) {
      const authorizer = authorizers.get(name)
      if (!authorizer) continue
      const type = authorizationTypeOf(authorizer, compatibility)
      if (type !== undefined && access.authorizationType === undefined) {
        access.authorizationType = type
        if (type !== 'AWS_IAM') access.authorizer = authorizer.id as RecordId
        const scopes = own(requirement, name)
        if (isStrings(scopes) && scopes.length > 0) access.authorizationScopes = scopes
      } else if (type === undefined && compatibility === 'aws' && isApiKey(authorizer))
        access.apiKeyRequired = true
    }
  }
  return access
}

/**
 * What the scheme's Amazon extensions make of it; undefined when it only documents. An authtype without an authorizer
 * asks for signatures only where Amazon's behaviour is kept: elsewhere it describes how the backend is called.
 */
export function authorizationTypeOf(
  authorizer: Authorizer,
  compatibility: 'native' | 'aws',
): Access['authorizationType'] | undefined {
  const type = authorizer.settings?.['type']
  if (typeof type === 'string') return byAuthorizerType[type.toLowerCase()]
  const authtype = authorizer.rest?.['x-amazon-apigateway-authtype']
  if (compatibility !== 'aws' || typeof authtype !== 'string') return undefined
  return authtype.toLowerCase() === 'awssigv4' ? 'AWS_IAM' : undefined
}

/** Amazon takes an apiKey scheme for its own keys when it names the header `x-api-key`. */
export function isApiKey({ scheme, settings }: Authorizer): boolean {
  if (!scheme || settings) return false
  return (
    scheme['type'] === 'apiKey' &&
    scheme['in'] === 'header' &&
    textOf(scheme['name']).toLowerCase() === 'x-api-key'
  )
}
