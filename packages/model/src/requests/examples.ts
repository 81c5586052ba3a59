import type { Example } from '../kinds/example.ts'
import type { Json } from '../json.ts'
import { pathOf } from '../paths.ts'
import { type Definition, find, recordsOf } from '../records.ts'

/** An example as it is sent: the path is below the stage, with its parameters and the query. */
export interface ExampleCall {
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string
}

/** What of an answer an expectation looks at. */
export interface SeenAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Text; null when there was none, or when it was no text. */
  readonly body: string | null
}

/** The call that an example makes; null when its method is no longer there or has no path. */
export function exampleCall(definition: Definition, example: Example): ExampleCall | null {
  const method = find(definition, 'method', example.method)
  const template = method && routedPath(definition, method.resource)
  if (!method || template === undefined) return null
  const { pathParameters = {}, query = [], headers = [], body } = example
  const path = template.replace(/\{([^{}]+?)(\+?)\}/g, (_, name: string, greedy: string) => {
    const value = pathParameters[name] ?? name
    return greedy === '' ? encodeURIComponent(value) : value.split('/').map(encodeURIComponent).join('/')
  })
  const search = query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
  const own = method.httpMethod === 'ANY' ? 'GET' : method.httpMethod
  return {
    method: example.httpMethod ?? own,
    path: search === '' ? path : `${path}?${search}`,
    headers,
    ...(body === undefined ? {} : { body }),
  }
}

/** Credentials belong to whoever sends a request and not into a definition. */
const notKept = /^(?:authorization|cookie|proxy-authorization|x-api-key)$/i

/** The parts of an example that a call of a method was; headers with credentials are left out. */
export function exampleOf(
  definition: Definition,
  methodId: string,
  call: ExampleCall,
): Pick<Example, 'method' | 'httpMethod' | 'pathParameters' | 'query' | 'headers' | 'body'> {
  const method = find(definition, 'method', methodId)
  const [path = '', search = ''] = call.path.split(/\?(.*)/s)
  const pathParameters = parametersIn(method ? (routedPath(definition, method.resource) ?? '') : '', path)
  const query = [...new URLSearchParams(search)]
  const headers = call.headers
    .filter(([name]) => !notKept.test(name))
    .map(([name, value]): [string, string] => [name, value])
  const httpMethod = method?.httpMethod === 'ANY' ? (call.method as Example['httpMethod']) : undefined
  return {
    method: methodId,
    ...(httpMethod === undefined ? {} : { httpMethod }),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...(query.length === 0 ? {} : { query }),
    ...(headers.length === 0 ? {} : { headers }),
    ...(call.body === undefined || call.body === '' ? {} : { body: call.body }),
  }
}

/** In sentences what of an answer is not as expected; empty when all of it is. */
export function expectationProblems(expected: Example['expect'], answer: SeenAnswer): string[] {
  const problems: string[] = []
  if (answer.status !== expected.status)
    problems.push(`The status is ${answer.status}, expected ${expected.status}.`)
  const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const mediaType = type?.split(';')[0]?.trim().toLowerCase()
  if (expected.contentType !== undefined && mediaType !== expected.contentType.toLowerCase())
    problems.push(`The content type is ${mediaType ?? 'not said'}, expected ${expected.contentType}.`)
  if (expected.body === undefined) return problems
  const body = parsed(answer.body)
  if (body === undefined) problems.push('The body is no JSON, which is expected.')
  else differences('$', expected.body, body, problems)
  return problems
}

/** Sentences of one answer at most: the first say enough. */
const mostProblems = 5

function differences(path: string, expected: Json, found: Json | undefined, problems: string[]): void {
  if (problems.length >= mostProblems) return
  if (found === undefined) problems.push(`${path} is missing.`)
  else if (Array.isArray(expected) && Array.isArray(found)) {
    for (const [index, item] of expected.entries())
      differences(`${path}[${index}]`, item, found[index], problems)
  } else if (isObject(expected) && isObject(found)) {
    for (const [name, value] of Object.entries(expected))
      differences(`${path}.${name}`, value, Object.hasOwn(found, name) ? found[name] : undefined, problems)
  } else if (expected !== found) problems.push(`${path} is ${short(found)}, expected ${short(expected)}.`)
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function short(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function parsed(text: string | null): Json | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Json)
  } catch {
    return undefined // said as a problem by whoever asks
  }
}

/** The path that a gateway routes: the base path of the API comes before the resource's. */
function routedPath(definition: Definition, resource: string): string | undefined {
  const [api] = recordsOf(definition, 'api')
  const base = (api?.basePath ?? '').replace(/^\/*(?=.)/, '/').replace(/(?<!\/)\/+$/, '')
  const path = pathOf(definition, resource)
  return path === undefined ? undefined : base !== '' && path === '/' ? base : base + path
}

function parametersIn(template: string, path: string): Record<string, string> {
  const names: string[] = []
  const source = template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      names.push(part.slice(1, -1).replace(/\+$/, ''))
      return part.endsWith('+}') ? '(.+)' : '([^/]+?)'
    })
    .join('')
  const match = new RegExp(`^${source}/?$`).exec(path)
  return Object.fromEntries(names.map((name, i) => [name, decoded(match?.[i + 1] ?? name)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
