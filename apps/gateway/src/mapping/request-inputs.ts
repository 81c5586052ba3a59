import { evaluateJsonPath, type ResponseOverride, type TemplateScope } from '@penstock/template'
import { Failure } from '../failure.ts'
import type { RequestContext } from '../request-context.ts'
import { ownMembers } from '../own-members.ts'
import { contextVariables } from './context-variables.ts'

/** What mappings, templates and events read of a request. Each part is made on first use and kept. */
export class RequestInputs {
  readonly context: RequestContext
  readonly body: string
  #headers: ReadonlyMap<string, { name: string; values: string[] }> | null = null
  #query: ReadonlyMap<string, string[]> | null = null
  #variables: Record<string, unknown> | null = null
  #json: { value: unknown } | null = null
  #params: TemplateScope['params'] | null = null

  constructor(context: RequestContext, body = '') {
    this.context = context
    this.body = body
  }

  /** Headers that the API may see, by lower-case name, with the casing of the first line. */
  get headers(): ReadonlyMap<string, { name: string; values: string[] }> {
    if (this.#headers) return this.#headers
    const dropped = this.context.stage?.dialect.droppedRequestHeaders
    const found = new Map<string, { name: string; values: string[] }>()
    const raw = this.context.request.headers
    for (let i = 0; i < raw.length; i += 2) {
      const [name = '', value = ''] = [raw[i], raw[i + 1]]
      const lower = name.toLowerCase()
      if (dropped?.has(lower)) continue
      const known = found.get(lower)
      if (known) known.values.push(value)
      else found.set(lower, { name, values: [value] })
    }
    this.#headers = found
    return found
  }

  /** Decoded query parameters: name → its values in order. */
  get query(): ReadonlyMap<string, string[]> {
    if (this.#query) return this.#query
    const found = new Map<string, string[]>()
    for (const [name, value] of new URLSearchParams(this.context.query)) {
      const known = found.get(name)
      if (known) known.push(value)
      else found.set(name, [value])
    }
    this.#query = found
    return found
  }

  /** `$context`; templates write their overrides into it. */
  get variables(): Record<string, unknown> {
    this.#variables ??= contextVariables(this.context)
    return this.#variables
  }

  /** What a request template has set for the answer; applied even where no template makes the answer. */
  get responseOverride(): ResponseOverride | undefined {
    return this.variables['responseOverride'] as ResponseOverride | undefined
  }

  get stageVariables(): Readonly<Record<string, string>> {
    return this.context.stage?.variables ?? {}
  }

  /** Last value of a header; the name in any case. */
  header(name: string): string | undefined {
    return this.headers.get(name.toLowerCase())?.values.at(-1)
  }

  queryValues(name: string): readonly string[] {
    return this.query.get(name) ?? []
  }

  /** A JSONPath into the body, which reads as `{}` when it is empty. Text that is no JSON object has no members. */
  bodyAt(path: string): unknown {
    this.#json ??= { value: parseBody(this.body) }
    return evaluateJsonPath(this.#json.value, path)
  }

  /** `params` of a template: single values, the last of each name. */
  get params(): TemplateScope['params'] {
    this.#params ??= this.#lastValues()
    return this.#params
  }

  #lastValues(): TemplateScope['params'] {
    const querystring = ownMembers<string>()
    for (const [name, values] of this.query) querystring[name] = values.at(-1) ?? ''
    const header = ownMembers<string>()
    for (const { name, values } of this.headers.values()) header[name] = values.at(-1) ?? ''
    return { path: this.context.pathParameters, querystring, header }
  }
}

function parseBody(body: string): unknown {
  const text = body.trim()
  if (text === '') return {}
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Failure('REQUEST_BODY_NOT_JSON', {
      phase: 'integration request',
      // What the engine says of it quotes it, and logs keep no bodies.
      reason: 'the body is read by a mapping and is not JSON',
      awsMessage: 'Invalid JSON in request body',
      cause,
    })
  }
}
