import {
  type Definition,
  type Integration,
  type Json,
  type Method,
  find,
  pathOf,
  recordsOf,
  resolveRef,
} from '@penstock/model'
import { isFixedText, isRequestSource } from '@penstock/lint'
import { contextWords } from '@penstock/template'

/** What was typed as the source of a mapping: a text that is none is taken for itself, in Amazon's quotes. */
export function requestExpression(text: string): string {
  return !isRequestSource(text) && isFixedText(text) ? `'${text}'` : text
}

/** Why an expression can't be where a value comes from, or null. */
export function expressionProblem(text: string): string | null {
  if (isRequestSource(requestExpression(text))) return null
  return "Write method.request.header.NAME (or querystring, path, body), context.NAME, stageVariables.NAME, or a text in quotes: 'like this'."
}

/** Where OpenAPI says that a parameter stands, in Amazon's words. */
const placesOfParameters: ReadonlyMap<unknown, string> = new Map([
  ['header', 'header'],
  ['query', 'querystring'],
  ['path', 'path'],
])

/** Where values can come from in the requests of the methods that an integration answers: what they declare, first. */
export function expressionsFor(
  definition: Definition,
  integration: Integration,
  stageVariables: readonly string[],
): string[] {
  const found = new Set<string>()
  for (const method of recordsOf(definition, 'method')) {
    if (method.integration !== integration.id) continue
    for (const parameter of declared(definition, method)) found.add(parameter)
    // Many methods declare much the same.
    if (found.size > most) break
  }
  found.add('method.request.body')
  for (const name of stageVariables) found.add(`stageVariables.${name}`)
  for (const [name, words] of Object.entries(contextWords))
    if (!/null here/i.test(words) && !/^(requestOverride|responseOverride|error|identity$)/.test(name))
      found.add(`context.${name}`)
  return [...found]
}

const most = 60

function* declared(definition: Definition, method: Method): Generator<string> {
  for (const [, name] of (pathOf(definition, method.resource) ?? '').matchAll(/\{([^{}]+?)\+?\}/g))
    yield `method.request.path.${name}`
  const shared = find(definition, 'resource', method.resource)?.parameters ?? []
  for (const given of [...(method.parameters ?? []), ...shared]) {
    const ref = given['$ref']
    const said: Json | undefined = typeof ref === 'string' ? resolveRef(definition, ref) : given
    if (typeof said !== 'object' || said === null || Array.isArray(said)) continue
    const place = placesOfParameters.get(said['in'])
    if (place !== undefined && typeof said['name'] === 'string')
      yield `method.request.${place}.${said['name']}`
  }
}
