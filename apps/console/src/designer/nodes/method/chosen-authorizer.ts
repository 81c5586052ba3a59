import { type Definition, type Method, recordsOf } from '@penstock/model'

/** The one authorizer that a method asks for by itself, '' for none, null for what a list can't say. */
export function chosenAuthorizer(definition: Definition, method: Method): string | null {
  if (method.authorizationType === 'AWS_IAM') return null
  if (method.authorizer !== undefined) return method.authorizer
  const [api] = recordsOf(definition, 'api')
  if (method.security === undefined) return api?.security?.length ? null : ''
  const names = method.security.flatMap((requirement) => Object.keys(requirement))
  if (names.length === 0) return ''
  const [named] = [...recordsOf(definition, 'authorizer')].filter(({ name }) => name === names[0])
  return names.length === 1 && named ? named.id : null
}
