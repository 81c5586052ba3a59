import type { JsonObject } from '@penstock/model'
import { textOf } from '../json.ts'

/**
 * What Swagger 2.0 says in more ways than one is noted under this key, so that export says it in the same way. The
 * note only counts while it still means what the record says; it is never exported itself.
 */
export const swaggerHint = 'x-penstock-swagger'

/** Members of a Swagger 2.0 parameter or header that OpenAPI 3 puts into its schema. */
export const schemaMembers: ReadonlySet<string> = new Set([
  'type',
  'format',
  'items',
  'default',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'enum',
  'multipleOf',
])

export const oauthFlows: readonly (readonly [swagger2: string, openapi3: string])[] = [
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
]

/** `schemes`, `host` and `basePath` as servers. Without a host the server is relative. */
export function serversOf({ schemes, host, basePath }: JsonObject): JsonObject[] | undefined {
  if (typeof host !== 'string' && typeof basePath !== 'string') return undefined
  const path = typeof basePath === 'string' ? basePath : ''
  if (typeof host !== 'string') return [{ url: path === '' ? '/' : path }]
  const list = Array.isArray(schemes) && schemes.length > 0 ? schemes : ['']
  return list.map((scheme) => ({ url: `${scheme === '' ? '' : `${textOf(scheme)}:`}//${host}${path}` }))
}
