import { type Authorizer, canonicalJson, isApiKey, type JsonObject, type Method } from '@penstock/model'
import { accessOf } from '../import/security.ts'
import { put, putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import type { WriteScope } from './write-scope.ts'

/** A security scheme with what Amazon adds to it. */
export function writeScheme(authorizer: Authorizer, scope: WriteScope): JsonObject {
  const out: JsonObject = { ...authorizer.scheme }
  if (scope.extensions !== 'none') putIf(out, 'x-amazon-apigateway-authorizer', authorizer.settings)
  return mergeRest(out, scope.keep(authorizer.rest))
}

/**
 * The security requirements of a method: those it carries while they mean what the record says, else new ones made of
 * the record's authorizer, scopes and key.
 */
export function securityOf(scope: WriteScope, method: Method): JsonObject[] | undefined {
  const { api, authorizers } = scope
  const auth = method.rest?.['x-amazon-apigateway-auth']
  const { compatibility = 'native' } = api
  const source = { authorizers, compatibility, amazon: compatibility === 'aws' }
  const { access: said } = accessOf(method.security ?? api.security, source, auth)
  if (accessKey(said) === accessKey(method)) return method.security
  const requirement: JsonObject = {}
  const authorizer = [...authorizers.values()].find(({ id }) => id === method.authorizer)
  if (authorizer) put(requirement, authorizer.name, method.authorizationScopes ?? [])
  const key = method.apiKeyRequired ? [...authorizers.values()].find(isApiKey) : undefined
  if (key) put(requirement, key.name, [])
  if (Object.keys(requirement).length > 0) return [requirement]
  return said.authorizationType === undefined && !said.apiKeyRequired ? method.security : []
}

export function accessKey(access: Partial<Method>): string {
  const { authorizationType = 'NONE', authorizer, authorizationScopes, apiKeyRequired = false } = access
  return canonicalJson([authorizationType, authorizer ?? null, authorizationScopes ?? [], apiKeyRequired])
}
