import type { BundleIntegration, BundleResponse } from '@penstock/bundle'
import { evaluateJsonPath, type ResponseOverride } from '@penstock/template'
import { Failure } from '../failure.ts'
import { headerValues, isSendable, mediaType, type RawHeaders, setHeader } from '../headers.ts'
import { type ContentHandling, convertResponse, isBinaryType, type Payload } from './binary.ts'
import { lookUpVariable } from './context-variables.ts'
import { asText } from './parameter-mappings.ts'
import type { RequestInputs } from './request-inputs.ts'
import { render, TemplateSet } from './templates.ts'

interface CompiledResponse {
  /** As it is written; null for the default. */
  readonly source: string | null
  readonly pattern: RegExp | null
  readonly status: number
  readonly parameters: readonly { readonly name: string; readonly expression: string }[]
  readonly templates: TemplateSet
  readonly contentHandling: ContentHandling
}

/** What an integration answered, before it is mapped. */
export interface IntegrationAnswer {
  /** What patterns are matched against: the status, or a function's error message; null after a success. */
  readonly selector: string | null
  readonly headers: readonly string[]
  readonly body: Buffer
}

export interface MappedAnswer {
  readonly status: number
  readonly headers: RawHeaders
  readonly body: Buffer | string
}

/** Integration response and method response: selection, templates, headers, overrides (aws-semantics §1.3-1.6). */
export class ResponseMapping {
  readonly #responses: readonly CompiledResponse[]

  constructor(integration: Extract<BundleIntegration, { responses: BundleResponse[] }>) {
    this.#responses = integration.responses.map((response) => ({
      source: response.pattern,
      pattern: response.pattern === null ? null : compilePattern(response.pattern),
      status: response.status,
      parameters: Object.entries(response.parameters ?? {}).flatMap(([target, expression]) => {
        const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1]
        return name === undefined ? [] : [{ name, expression }]
      }),
      templates: new TemplateSet(response.templates),
      contentHandling: response.contentHandling,
    }))
  }

  apply(inputs: RequestInputs, answer: IntegrationAnswer): MappedAnswer {
    const { stage, inspector } = inputs.context
    inspector?.enter('integration response')
    const chosen = this.#select(answer.selector)
    inspector?.selected(chosen.source, answer.selector, chosen.status)
    const types = stage?.api.binaryMediaTypes ?? []
    const accept = inputs.header('accept')
    const payload = convertResponse(
      answer.body,
      isBinaryType(types, headerValues(answer.headers, 'content-type').at(-1)),
      types.some((type) => type.toLowerCase() === mediaType(accept?.split(',')[0])),
      chosen.contentHandling,
    )
    const headers: RawHeaders = ['Content-Type', 'application/json']
    for (const { name, expression } of chosen.parameters) {
      const values = sourceValues(expression, inputs, answer)
      inspector?.mapped(expression, 'header', name, values)
      if (values.length > 0) this.#set(inputs, headers, name, values)
    }
    return this.#render(inputs, chosen, payload, accept, headers)
  }

  #render(
    inputs: RequestInputs,
    chosen: CompiledResponse,
    payload: Payload,
    accept: string | undefined,
    headers: RawHeaders,
  ): MappedAnswer {
    const template = chosen.templates.forResponse(accept)
    if (template === null)
      return this.#override(inputs, inputs.responseOverride, chosen, headers, raw(payload))
    if (payload.binary)
      throw new Failure('MAPPING_FAILED', {
        phase: 'integration response',
        reason: 'a template cannot read a binary answer',
      })
    const isNative = inputs.context.stage?.dialect.name === 'native'
    const mapped = chosen.parameters.some(({ name }) => name.toLowerCase() === 'content-type')
    if (isNative && !mapped && template.type.includes('/')) setHeader(headers, 'Content-Type', template.type)
    const rendered = render(template, inputs, payload.text, 'integration response')
    return this.#override(inputs, rendered.responseOverride, chosen, headers, rendered.output)
  }

  /** `$context.responseOverride` is final: it wins over mappings, and the template engine has dropped what is no status. */
  #override(
    inputs: RequestInputs,
    override: ResponseOverride | undefined,
    chosen: CompiledResponse,
    headers: RawHeaders,
    body: Buffer | string,
  ): MappedAnswer {
    for (const [name, value] of Object.entries(override?.header ?? {}))
      this.#set(inputs, headers, name, typeof value === 'string' ? [value] : value)
    return { status: override?.status ?? chosen.status, headers, body }
  }

  #set(inputs: RequestInputs, headers: RawHeaders, name: string, values: readonly string[]): void {
    const sent = inputs.context.stage?.dialect.mappedHeaderName(name) ?? null
    if (sent === null) return
    const value = values.join(',')
    if (!isSendable(sent, value))
      throw new Failure('MAPPING_FAILED', {
        phase: 'integration response',
        reason: `the header "${name}" would hold characters that a header may not hold`,
      })
    setHeader(headers, sent, value)
  }

  #select(selector: string | null): CompiledResponse {
    const matching =
      selector === null ? undefined : this.#responses.find(({ pattern }) => pattern?.test(selector))
    const chosen = matching ?? this.#responses.find(({ pattern }) => pattern === null)
    if (chosen) return chosen
    throw new Failure('RESPONSE_UNMAPPED', {
      phase: 'integration response',
      reason: `no pattern matches ${selector === null ? 'a success' : JSON.stringify(selector)}, and there is no default`,
    })
  }
}

function raw(payload: Payload): Buffer | string {
  return payload.binary ? payload.bytes : payload.text
}

/** Amazon's patterns are Java's and match the whole text. One that JavaScript cannot read matches nothing. */
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 's')
  } catch {
    return /^(?!)$/
  }
}

function sourceValues(
  expression: string,
  inputs: RequestInputs,
  answer: IntegrationAnswer,
): readonly string[] {
  const fixed = /^'(.*)'$/s.exec(expression)
  if (fixed) return [fixed[1] ?? '']
  const [, place, name = ''] =
    /^integration\.response\.(header|multivalueheader|body)\.?(.*)$/s.exec(expression) ?? []
  if (place === 'header') return headerValues(answer.headers, name.toLowerCase()).slice(-1)
  if (place === 'multivalueheader') return headerValues(answer.headers, name.toLowerCase())
  if (place === 'body') return bodyValue(answer.body.toString('utf8'), name)
  if (expression.startsWith('stageVariables.')) return some(inputs.stageVariables[expression.slice(15)])
  if (expression.startsWith('context.')) return some(lookUpVariable(inputs.variables, expression.slice(8)))
  throw new Failure('MAPPING_FAILED', {
    phase: 'integration response',
    reason: `the mapping source "${expression}" is not known`,
  })
}

function bodyValue(body: string, path: string): readonly string[] {
  const text = body.trim() === '' ? '{}' : body
  if (path === '') return [text.replace(/[\r\n]+/g, ' ')]
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Failure('MAPPING_FAILED', {
      phase: 'integration response',
      reason: `the answer is read by a mapping and is not JSON: ${(cause as Error).message}`,
      cause,
    })
  }
  return some(asText(evaluateJsonPath(value, `$.${path}`)))
}

function some(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value]
}
