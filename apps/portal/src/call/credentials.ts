import type { PortalAuthentication } from '@penstock/server'
import { textOf } from '../openapi/read.ts'

/** A security scheme by its name. */
export type SecurityScheme = Pick<PortalAuthentication, 'name' | 'scheme'>

/** What one authentication scheme puts into a call. */
export interface Credential {
  readonly headers: readonly (readonly [string, string])[]
  readonly query: readonly (readonly [string, string])[]
  readonly cookies: readonly (readonly [string, string])[]
}

/** Typed in by the reader; kept in the memory of this page and nowhere else. */
export type Secrets = Readonly<Record<string, string>>

export interface SecretField {
  /** Under which the value is kept in Secrets. */
  readonly key: string
  readonly label: string
  readonly isSecret: boolean
  /** Stands for the value in code samples. */
  readonly placeholder: string
}

const none: Credential = { headers: [], query: [], cookies: [] }

/** The fields that a reader fills in for a scheme. OAuth and OpenID Connect end in a bearer token, which is asked for. */
export function secretFields({ name, scheme }: SecurityScheme): SecretField[] {
  const key = (part: string) => `${name}/${part}`
  if (isBasic(scheme))
    return [
      { key: key('user'), label: 'User name', isSecret: false, placeholder: 'USER' },
      { key: key('password'), label: 'Password', isSecret: true, placeholder: 'PASSWORD' },
    ]
  if (scheme['type'] === 'apiKey')
    return [{ key: key('key'), label: 'API key', isSecret: true, placeholder: 'YOUR_API_KEY' }]
  return [{ key: key('token'), label: 'Token', isSecret: true, placeholder: 'YOUR_TOKEN' }]
}

/** What goes into the call for a scheme; nothing while its fields are empty. */
export function credentialOf(authentication: SecurityScheme, secrets: Secrets): Credential {
  const { scheme } = authentication
  const values = secretFields(authentication).map(({ key }) => secrets[key] ?? '')
  if (values.every((value) => value === '')) return none
  const [first = '', second = ''] = values
  if (isBasic(scheme)) return header('authorization', `Basic ${base64(`${first}:${second}`)}`)
  if (scheme['type'] !== 'apiKey') return header('authorization', `Bearer ${first}`)
  const name = textOf(scheme['name']) ?? 'x-api-key'
  if (scheme['in'] === 'query') return { ...none, query: [[name, first]] }
  if (scheme['in'] === 'cookie') return { ...none, cookies: [[name, first]] }
  return header(name, first)
}

/** The same with words in place of secrets, for code that others may read. */
export function shownCredential(authentication: SecurityScheme): Credential {
  if (isBasic(authentication.scheme)) return header('authorization', 'Basic BASE64_OF_USER:PASSWORD')
  const fields = secretFields(authentication)
  return credentialOf(
    authentication,
    Object.fromEntries(fields.map(({ key, placeholder }) => [key, placeholder])),
  )
}

/** How a scheme is used, in words. */
export function describeScheme({ scheme }: SecurityScheme): string {
  const type = scheme['type']
  if (isBasic(scheme)) return 'User name and password in the Authorization header (HTTP Basic).'
  if (type === 'apiKey') {
    const place = { query: 'query parameter', cookie: 'cookie' }[textOf(scheme['in']) ?? ''] ?? 'header'
    return `API key in the ${place} ${textOf(scheme['name']) ?? 'x-api-key'}.`
  }
  if (type === 'oauth2') return 'OAuth 2 access token in the Authorization header (Bearer).'
  if (type === 'openIdConnect') return 'OpenID Connect token in the Authorization header (Bearer).'
  return 'Token in the Authorization header (Bearer).'
}

/** Swagger 2.0 calls it `type: basic`, OpenAPI 3 `type: http, scheme: basic`. */
function isBasic(scheme: SecurityScheme['scheme']): boolean {
  return scheme['type'] === 'basic' || textOf(scheme['scheme'])?.toLowerCase() === 'basic'
}

function header(name: string, value: string): Credential {
  return { ...none, headers: [[name, value]] }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
