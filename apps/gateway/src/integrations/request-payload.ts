import type { BundleIntegration } from '@penstock/bundle'
import type { OverrideValue, RequestOverride } from '@penstock/template'
import { Failure } from '../failure.ts'
import { convertRequest, isBinaryType, type Payload } from '../mapping/binary.ts'
import { type MappedRequest, setMappedHeader } from '../mapping/parameter-mappings.ts'
import type { RequestInputs } from '../mapping/request-inputs.ts'
import { render, TemplateSet } from '../mapping/templates.ts'

type Mapped = Extract<BundleIntegration, { responses: unknown }>

/** The integration request of everything that is not a proxy: content handling, template or passthrough, overrides. */
export class RequestPayload {
  readonly #templates: TemplateSet
  readonly #passthrough: NonNullable<Mapped['passthrough']>
  readonly #handling: Mapped['contentHandling']

  constructor(integration: Mapped) {
    this.#templates = new TemplateSet(integration.requestTemplates)
    this.#passthrough = integration.passthrough ?? 'WHEN_NO_MATCH'
    this.#handling = integration.contentHandling
  }

  /** The body for the integration; what the template overrides is written into `mapped`. */
  prepare(inputs: RequestInputs, bytes: Buffer, mapped: MappedRequest): Payload {
    const contentType = inputs.header('content-type')
    const types = inputs.context.stage?.api.binaryMediaTypes ?? []
    const isBinary = bytes.length > 0 && isBinaryType(types, contentType)
    const template = this.#templates.forRequest(contentType)
    if (template === null) {
      if (this.#refuses()) throw unsupported(contentType)
      return convertRequest(bytes, isBinary, this.#handling)
    }
    const payload = convertRequest(bytes, isBinary, this.#handling)
    if (payload.binary)
      throw new Failure('MAPPING_FAILED', {
        phase: 'integration request',
        reason: 'a template cannot read a binary body',
      })
    const { output, requestOverride, responseOverride } = render(
      template,
      inputs,
      payload.text,
      'integration request',
    )
    // Overrides outlive the template: later templates read them, and the response's are applied to the answer.
    inputs.variables['requestOverride'] = requestOverride
    inputs.variables['responseOverride'] = responseOverride
    applyOverrides(requestOverride, mapped)
    return { binary: false, text: output }
  }

  #refuses(): boolean {
    return (
      this.#passthrough === 'NEVER' || (this.#passthrough === 'WHEN_NO_TEMPLATES' && !this.#templates.isEmpty)
    )
  }
}

function applyOverrides({ header, path, querystring }: RequestOverride, mapped: MappedRequest): void {
  for (const [name, value] of Object.entries(header)) setMappedHeader(mapped, name, listOf(value))
  for (const [name, value] of Object.entries(path)) mapped.path.set(name, listOf(value).join(','))
  for (const [name, value] of Object.entries(querystring)) mapped.query.set(name, listOf(value))
}

function listOf(value: OverrideValue): string[] {
  return typeof value === 'string' ? [value] : [...value]
}

function unsupported(contentType: string | undefined): Failure {
  return new Failure('MEDIA_TYPE_UNSUPPORTED', {
    phase: 'integration request',
    reason: `no template for ${contentType ?? 'application/json (no Content-Type)'}, and such bodies may not pass`,
    params: { type: contentType ?? 'application/json' },
  })
}
