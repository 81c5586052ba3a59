import type { Authorizer } from './kinds/authorizer.ts'
import type { Method } from './kinds/method.ts'
import { type Definition, find, recordsOf } from './records.ts'

/**
 * Names of what callers of a method are told to sign in with and what nothing checks: the gateway serves everybody. Empty where calls are
 * decided about, refused until somebody does, or open in so many words. `security` without an authorizer that something runs is
 * documentation and closes nothing.
 */
export function uncheckedSchemes(definition: Definition, method: Method): readonly string[] {
  if ((method.authorizationType ?? 'NONE') !== 'NONE') return []
  if (method.authorizer !== undefined) {
    const authorizer = find(definition, 'authorizer', method.authorizer)
    // One that is gone closes the method.
    return authorizer && authorizer.settings === undefined ? [authorizer.name] : []
  }
  const names = askedSchemes(definition, method)
  if (names.length === 0 || !method.apiKeyRequired) return names
  const keys = new Set([...recordsOf(definition, 'authorizer')].filter(isApiKey).map(({ name }) => name))
  return names.filter((name) => !keys.has(name))
}

/** Names of the security schemes that a method asks for by itself or because its API does, each once. */
export function askedSchemes(definition: Definition, { security }: Method): readonly string[] {
  const [api] = recordsOf(definition, 'api')
  return [...new Set((security ?? api?.security ?? []).flatMap((choice) => Object.keys(choice)))]
}

/** Amazon takes an apiKey scheme for its own keys when it names the header `x-api-key`. */
export function isApiKey({ scheme, settings }: Authorizer): boolean {
  if (!scheme || settings) return false
  const { type, in: place, name } = scheme
  return (
    type === 'apiKey' && place === 'header' && typeof name === 'string' && name.toLowerCase() === 'x-api-key'
  )
}
