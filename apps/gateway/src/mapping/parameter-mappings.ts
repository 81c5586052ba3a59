import { encodeText } from '../encode-text.ts'
import { Failure } from '../failure.ts'
import { isSendable } from '../headers.ts'
import { lookUpVariable } from './context-variables.ts'
import { isEdit } from './edits.ts'
import type { RequestInputs } from './request-inputs.ts'

type Source = (inputs: RequestInputs) => readonly string[]
type Place = 'path' | 'querystring' | 'header'

interface Mapping {
  readonly place: Place
  readonly name: string
  readonly expression: string
  readonly source: Source
  /** Comes from the path and is encoded already; a decoded value could otherwise bring a path of its own. */
  readonly fromPath: boolean
}

/** What mappings and template overrides set for the call to an integration. Header names keep their casing. */
export interface MappedRequest {
  readonly path: Map<string, string>
  readonly query: Map<string, string[]>
  readonly headers: Map<string, { name: string; values: string[] }>
}

export interface ParameterMappings {
  /** Some source reads the body, so it has to be there. */
  readonly needsBody: boolean
  /**
   * Where all that is mapped are path parameters to path parameters, which is what most imported proxies have: the
   * integration's name → the method's. Whoever fills in a URI needs nothing else then. Null: there is more to it.
   */
  readonly onlyPaths: ReadonlyMap<string, string> | null
  evaluate(inputs: RequestInputs): MappedRequest
}

/** aws-semantics §1.3: mapping one of these fails every call. */
const neverMapped = new Set([
  'content-length',
  'transfer-encoding',
  'x-amzn-trace-id',
  'x-amzn-apigateway-api-id',
])
const neverMappedToFunctions = new Set(['authorization', 'connection', 'expect', 'proxy-authenticate', 'te'])

/** Compiles `integration.request.*` mappings once; what is wrong with one shows when it is called, as on Amazon. */
export function compileParameterMappings(
  parameters: Readonly<Record<string, string>> | undefined,
  target: 'http' | 'function',
): ParameterMappings | null {
  const entries = Object.entries(parameters ?? {}).filter(([target]) => !isEdit(target))
  if (entries.length === 0) return null
  const mappings: Mapping[] = []
  let broken: string | null = null
  for (const [left, right] of entries) {
    const [, place, name = ''] = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(left) ?? []
    const source = compileSource(right)
    if (place === undefined) broken ??= `the mapping target "${left}" is not known`
    else if (source === null) broken ??= `the mapping source "${right}" of "${left}" is not known`
    else if (place === 'header' && isForbidden(name, target))
      broken ??= `the header "${name}" may not be mapped`
    else
      mappings.push({
        place: place as Place,
        name,
        expression: right,
        source,
        fromPath: right.startsWith('method.request.path.'),
      })
  }
  return {
    onlyPaths: broken === null ? onlyPathsOf(mappings) : null,
    needsBody: entries.some(([, right]) => right.startsWith('method.request.body')),
    evaluate(inputs) {
      if (broken !== null)
        throw new Failure('MAPPING_FAILED', { phase: 'integration request', reason: broken })
      return evaluate(mappings, inputs)
    },
  }
}

function onlyPathsOf(mappings: readonly Mapping[]): ReadonlyMap<string, string> | null {
  const isOnly = mappings.every(({ place, fromPath }) => place === 'path' && fromPath)
  return isOnly ? new Map(mappings.map(({ name, expression }) => [name, pathParameterOf(expression)])) : null
}

/** `method.request.path.id` → `id` */
function pathParameterOf(expression: string): string {
  return expression.slice('method.request.path.'.length)
}

/**
 * Lambda's proxy integrations ignore their mappings, but one of a forbidden header fails every call. Answers that
 * header, or null.
 */
export function forbiddenMapping(parameters: Readonly<Record<string, string>> | undefined): string | null {
  for (const target of Object.keys(parameters ?? {})) {
    const name = /^integration\.request\.header\.(.+)$/.exec(target)?.[1]
    if (name !== undefined && isForbidden(name, 'function')) return name
  }
  return null
}

export function emptyMappedRequest(): MappedRequest {
  return { path: new Map(), query: new Map(), headers: new Map() }
}

/** Sets a header of the integration's request, in any casing; one that cannot be sent is an error of the mapping. */
export function setMappedHeader(mapped: MappedRequest, name: string, values: readonly string[]): void {
  const unsendable = values.find((value) => !isSendable(name, value))
  if (unsendable !== undefined)
    throw new Failure('MAPPING_FAILED', {
      phase: 'integration request',
      reason: `the header "${name}" would hold characters that a header may not hold`,
    })
  mapped.headers.set(name.toLowerCase(), { name, values: [...values] })
}

function evaluate(mappings: readonly Mapping[], inputs: RequestInputs): MappedRequest {
  const mapped = emptyMappedRequest()
  const { inspector } = inputs.context
  for (const { place, name, expression, source, fromPath } of mappings) {
    const values = source(inputs)
    const last = values.at(-1)
    inspector?.mapped(expression, place, name, values)
    if (last === undefined) continue
    if (place === 'path') mapped.path.set(name, fromPath ? last : encodeText(last))
    else if (place === 'querystring') mapped.query.set(name, [...values])
    else setMappedHeader(mapped, name, values)
  }
  return mapped
}

function isForbidden(name: string, target: 'http' | 'function'): boolean {
  const lower = name.toLowerCase()
  return neverMapped.has(lower) || (target === 'function' && neverMappedToFunctions.has(lower))
}

/** `method.request.…`, `stageVariables.…`, `context.…` or `'text'`; null when it is none of these. */
export function compileSource(expression: string): Source | null {
  const fixed = /^'(.*)'$/s.exec(expression)
  if (fixed) return () => [fixed[1] ?? '']
  const dot = expression.indexOf('.')
  const head = dot < 0 ? expression : expression.slice(0, dot)
  const rest = expression.slice(dot + 1)
  if (head === 'stageVariables') return (inputs) => present(inputs.stageVariables[rest])
  if (head === 'context') return (inputs) => present(lookUpVariable(inputs.variables, rest))
  if (expression === 'method.request.body')
    return (inputs) => [inputs.body.trim() === '' ? '{}' : inputs.body]
  const [, place, name = ''] =
    /^method\.request\.(path|querystring|multivaluequerystring|header|multivalueheader|body)\.(.+)$/.exec(
      expression,
    ) ?? []
  switch (place) {
    case 'path':
      return (inputs) => present(inputs.context.pathParameter(name))
    case 'querystring':
      return (inputs) => present(inputs.queryValues(name).at(-1))
    case 'multivaluequerystring':
      return (inputs) => inputs.queryValues(name)
    case 'header':
      return (inputs) => present(inputs.header(name))
    case 'multivalueheader':
      return (inputs) => inputs.headers.get(name.toLowerCase())?.values ?? []
    case 'body':
      return (inputs) => present(asText(inputs.bodyAt(`$.${name}`)))
    default:
      return null
  }
}

/** A JSON value as a header or parameter carries it: text bare, the rest as JSON, null and nothing as nothing. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}
