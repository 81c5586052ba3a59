import type { Authorizer, Json, JsonObject } from '@penstock/model'

/** Who decides; `none`: the scheme only tells clients how to sign in. */
export const authorizerTypes = ['none', 'token', 'request', 'jwt', 'cognito_user_pools'] as const
export type AuthorizerType = (typeof authorizerTypes)[number]

export const typeTexts: Readonly<Record<string, string>> = {
  none: 'documentation only',
  token: 'function that reads a token',
  request: 'function that reads the request',
  jwt: 'JSON Web Token',
  cognito_user_pools: 'Cognito user pool',
}

/** The type as the document wrote it, in lower case; one that we have no form for stays as it is. */
export function typeOf({ settings }: Authorizer): string {
  const type = settings?.['type']
  return settings === undefined ? 'none' : typeof type === 'string' ? type.toLowerCase() : ''
}

/** Settings with one member changed; empty text and undefined take it out. */
export function withSetting(settings: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...rest } = settings
  return value === undefined || value === '' ? rest : { ...settings, [key]: value }
}

export function textOf(settings: JsonObject, key: string): string {
  const value = settings[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Members of a list, as they are typed: a comma or a new line between them. */
export function listOf(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

export function textOfList(value: Json | undefined): string {
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(', ') : ''
}
