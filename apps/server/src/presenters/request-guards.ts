import { type Definition, find, type Method } from '@penstock/model'
import type { Guard, RequestPath } from './inspection-view.ts'

/**
 * What stands between a caller and the integration, in the order of a request, in words. What is not set is said too:
 * silence could mean either.
 */
export function guardsOf(definition: Definition, method: Method, records: RequestPath): Guard[] {
  return [
    authorizer(method, records),
    apiKey(method),
    unset('limits', 'It has no limits of its own: its stage and the usage plans of keys may have some.'),
    validation(definition, method),
    cache(definition, method),
  ]
}

function authorizer(
  { authorizationType = 'NONE', authorizationScopes }: Method,
  records: RequestPath,
): Guard {
  const name = records.authorizer?.name
  if (authorizationType === 'NONE' && name === undefined)
    return unset('authorizer', 'No authorizer: everybody may call it.')
  const scopes = authorizationScopes?.length ? `, with the scopes ${authorizationScopes.join(', ')}` : ''
  const who = name === undefined ? authorizationType : `the authorizer "${name}" (${authorizationType})`
  return { name: 'authorizer', isSet: true, sentence: `It asks for ${who}${scopes}.` }
}

function apiKey({ apiKeyRequired }: Method): Guard {
  return apiKeyRequired === true
    ? { name: 'api key', isSet: true, sentence: 'It asks for an API key.' }
    : unset('api key', 'No API key is asked for.')
}

function validation(definition: Definition, method: Method): Guard {
  const validator = find(definition, 'validator', method.validator)
  const parts = [
    ...(validator?.validateRequestParameters ? ['parameters'] : []),
    ...(validator?.validateRequestBody ? ['the body'] : []),
  ]
  if (!validator || parts.length === 0)
    return unset('validation', 'Nothing is validated before it is answered.')
  const sentence = `The validator "${validator.name}" asks for ${parts.join(' and ')} to be checked; this gateway checks neither yet.`
  return { name: 'validation', isSet: true, sentence }
}

function cache(definition: Definition, method: Method): Guard {
  const keys = find(definition, 'integration', method.integration)?.rest?.['cacheKeyParameters']
  if (!Array.isArray(keys) || keys.length === 0)
    return unset('cache', 'No cache key is named; its stage may have a cache.')
  const sentence = `Where its stage has a cache, the key is made of ${keys.map(String).join(', ')}.`
  return { name: 'cache', isSet: true, sentence }
}

function unset(name: Guard['name'], sentence: string): Guard {
  return { name, isSet: false, sentence }
}
