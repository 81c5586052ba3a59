import { type Definition, type JsonObject, type Method, recordsOf, resourceTree } from '@penstock/model'
import type { BuildContext } from '../context.ts'
import { byText } from '../order.ts'
import { bodyText, exampleValue } from './body.ts'
import { Tracker } from './tracked.ts'
import { follow } from './follow.ts'
import { isObject } from '../is-object.ts'

/** One request that an API answers: its method has an integration. */
export interface ExampleRequest {
  readonly method: string
  /** Path and query behind the address of the stage. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly written: JsonObject
}

interface Candidate {
  readonly method: Method
  readonly path: string
  readonly parameters: readonly Parameter[]
}

/**
 * The request that somebody would try first: one that reads before one that writes, without parameters before one
 * that needs some, a short path before a long one. What it needs is filled from examples and schemas. Null when no
 * method has an integration.
 */
export function exampleRequest(definition: Definition): ExampleRequest | null {
  const [api] = recordsOf(definition, 'api')
  if (!api) return null
  const context: BuildContext = { definition, api, report: () => {}, examples: true }
  const tracker = new Tracker(definition)
  const { paths } = resourceTree(definition)
  let best: { candidate: Candidate; rank: readonly number[] } | undefined
  for (const method of recordsOf(definition, 'method')) {
    const path = paths.get(method.resource)
    if (path === undefined || method.httpMethod === 'OPTIONS') continue
    // Its calls would be refused.
    if (method.integration === undefined) continue
    const rankOf = (parameters: readonly Parameter[]) => [
      Number(isGuarded(method)),
      order.indexOf(method.httpMethod),
      parameters.filter(({ required }) => required).length,
      path.split('/').length,
    ]
    const candidate = { method, path, parameters: parametersOf(method, path, definition, tracker) }
    const rank = rankOf(candidate.parameters)
    if (best && compare(rank, best.rank, path, best.candidate.path) >= 0) continue
    best = { candidate, rank }
  }
  return best ? fill(best.candidate, context, tracker) : null
}

/** What a stranger would rather try comes first. */
const order: readonly Method['httpMethod'][] = [
  'GET',
  'ANY',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'TRACE',
  'DELETE',
]

function compare(a: readonly number[], b: readonly number[], pathA: string, pathB: string): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return byText(pathA, pathB)
}

/** Needs something that a sample can't have. */
function isGuarded({ authorizationType = 'NONE', authorizer, apiKeyRequired }: Method): boolean {
  return authorizationType !== 'NONE' || authorizer !== undefined || apiKeyRequired === true
}

/** Those of the method over those of its resources, and every part of the path whether it is declared or not. */
function parametersOf(method: Method, path: string, definition: Definition, tracker: Tracker): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const [, name] of path.matchAll(/\{([^{}]+?)\+?\}/g))
    found.set(`path ${name}`, { name: name!, in: 'path', required: true, written: {} })
  const resource = definition.get(method.resource)
  const shared = resource?.kind === 'resource' ? (resource.parameters ?? []) : []
  for (const given of [...shared, ...(method.parameters ?? [])]) {
    const written = follow(given, tracker)
    const { name, in: place } = written ?? {}
    if (!written || typeof name !== 'string' || typeof place !== 'string') continue
    if (place === 'path' && !found.has(`path ${name}`)) continue
    found.set(`${place} ${name}`, { name, in: place, required: written['required'] === true, written })
  }
  return [...found.values()]
}

function fill(
  { method, path, parameters }: Candidate,
  context: BuildContext,
  tracker: Tracker,
): ExampleRequest {
  const valueOf = ({ name, written }: Parameter) => {
    const value = exampleValue(written, 'text/plain', tracker, context, () => {})
    const text = typeof value === 'object' || value === undefined ? '' : String(value)
    return /^[^\r\n\0]+$/.test(text) && text !== 'string' ? text : name
  }
  const prefix = (context.api.basePath ?? '').replace(/^\/*(?=.)/, '/').replace(/(?<!\/)\/+$/, '')
  const filled = path.replace(/\{([^{}]+?)(\+?)\}/g, (_, name: string, greedy: string) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name)!
    const value = valueOf(parameter)
    return greedy ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value)
  })
  const needed = (place: string) => parameters.filter((one) => one.required && one.in === place)
  const query = needed('query').map(
    (one) => `${encodeURIComponent(one.name)}=${encodeURIComponent(valueOf(one))}`,
  )
  const headers = Object.fromEntries(needed('header').map((one) => [one.name, valueOf(one)]))
  const { type, body } = bodyOf(method, context, tracker)
  return {
    method: method.httpMethod === 'ANY' ? 'GET' : method.httpMethod,
    path: (prefix && filled === '/' ? prefix : prefix + filled) + (query.length ? `?${query.join('&')}` : ''),
    headers: type === undefined ? headers : { ...headers, 'content-type': type },
    body,
  }
}

function bodyOf(method: Method, context: BuildContext, tracker: Tracker) {
  const content = follow(method.requestBody, tracker)?.['content']
  if (!isObject(content) || method.httpMethod === 'GET' || method.httpMethod === 'ANY') return { body: null }
  const types = Object.keys(content).sort((a, b) => Number(!isJson(a)) - Number(!isJson(b)) || byText(a, b))
  const [type] = types
  if (type === undefined || type.includes('*')) return { body: null }
  const media = content[type]
  const value = exampleValue(isObject(media) ? media : {}, type, tracker, context, () => {})
  return { type, body: bodyText(value, type) }
}

function isJson(type: string): boolean {
  return /[/+]json\b/i.test(type)
}
