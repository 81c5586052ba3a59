import type { Api, Method } from '@penstock/model'

/** Whether somebody is asked who they are before a method answers, by the gateway or by what it says to callers. */
export function isAuthorised(method: Method, api: Api | undefined): boolean {
  if ((method.authorizationType ?? 'NONE') !== 'NONE' || method.authorizer !== undefined) return true
  if (method.apiKeyRequired) return true
  const required = method.security ?? api?.security ?? []
  return required.length > 0 && required.every((requirement) => Object.keys(requirement).length > 0)
}
